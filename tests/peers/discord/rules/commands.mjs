// Commands: what the schemas let through.
const nameOfSlash = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const quotas = { 1: 100, 2: 15, 3: 15 };

export function commandFindings(commands) {
    const findings = [];
    for (const [type, most] of Object.entries(quotas)) {
        const count = commands.filter(command => (command.type ?? 1) === Number(type)).length;
        if (count > most) findings.push(`${count} commands of type ${type}`);
    }
    const names = commands.map(command => `${command.type ?? 1} ${command.name}`);
    if (new Set(names).size < names.length) findings.push('two commands of one name and type');
    for (const command of commands)
        findings.push(...oneFindings(command).map(finding => `${command.name}: ${finding}`));
    return findings;
}

function oneFindings(command) {
    if ((command.type ?? 1) !== 1)
        return command.description || command.options?.length ? ['a menu command with description or options'] : [];
    const findings = [...namedFindings(command), ...optionsFindings(command.options ?? [])];
    if (size(command) > 8000) findings.push(`${size(command)} characters`);
    return findings;
}

function namedFindings(named) {
    const findings = [];
    for (const name of [named.name, ...Object.values(named.name_localizations ?? {})]) {
        if (!nameOfSlash.test(name) || name !== name.toLowerCase()) findings.push(`the name "${name}"`);
    }
    if (!named.description) findings.push(`"${named.name}" has no description`);
    return findings;
}

function optionsFindings(options) {
    const findings = options.flatMap(option => [...namedFindings(option), ...optionsFindings(option.options ?? [])]);
    const isSub = option => option.type === 1 || option.type === 2;
    const firstOptional = options.findIndex(option => !option.required && !isSub(option));
    if (firstOptional >= 0 && options.slice(firstOptional).some(option => option.required))
        findings.push('a required option behind another');
    if (options.some(isSub) && !options.every(isSub)) findings.push('subcommands beside other options');
    if (options.some(option => option.autocomplete && (option.choices?.length || ![3, 4, 10].includes(option.type)))) {
        findings.push('an option that completes itself and has choices, or is of another type');
    }
    return findings;
}

const longest = (named, field) =>
    Math.max(
        ...[named[field], ...Object.values(named[`${field}_localizations`] ?? {})].map(text => (text ?? '').length),
    );

const size = named =>
    longest(named, 'name') +
    longest(named, 'description') +
    (typeof named.value === 'string' ? named.value.length : 0) +
    [...(named.options ?? []), ...(named.choices ?? [])].reduce((sum, inner) => sum + size(inner), 0);
