// First answers: which type may follow which interaction, and forms.
import { messageFindings, withInner } from './messages.mjs';

const allowed = {
    1: [1],
    2: [4, 5, 9],
    3: [4, 5, 6, 7, 9],
    4: [8],
    5: [4, 5],
};

export function callbackFindings(body, interaction) {
    const findings = [];
    if (interaction) {
        const types = interaction.type === 5 && interaction.message ? [4, 5, 6, 7] : allowed[interaction.type];
        if (!types.includes(body.type))
            findings.push(`type ${body.type} answers an interaction of type ${interaction.type}`);
    }
    if (body.type === 4 || body.type === 7)
        findings.push(...messageFindings(body.data ?? {}, { isNew: body.type === 4 }));
    if (body.type === 8) findings.push(...choiceFindings(body.data?.choices ?? []));
    if (body.type === 9) findings.push(...formFindings(body.data));
    return findings;
}

function choiceFindings(choices) {
    const wrong = choices.filter(
        choice =>
            !choice.name ||
            choice.name.length > 100 ||
            `${choice.value}`.length === 0 ||
            `${choice.value}`.length > 100,
    );
    return [
        ...(choices.length > 25 ? [`${choices.length} choices`] : []),
        ...wrong.map(choice => `the choice "${choice.name}"`),
    ];
}

function formFindings(form) {
    const ids = (form.components ?? [])
        .flatMap(withInner)
        .map(component => component.custom_id)
        .filter(id => id);
    return [
        ...((form.components ?? []).length > 5 ? ['more than five fields'] : []),
        ...(new Set(ids).size < ids.length ? ['a field twice'] : []),
    ];
}
