// Messages: what the schemas let through.
const componentsV2 = 1 << 15;
const ofV2 = [9, 10, 11, 12, 13, 14, 17];

export function messageFindings(message, { isNew }) {
    const findings = [];
    const say = (wrong, text) => {
        if (wrong) findings.push(text);
    };
    const embeds = message.embeds ?? [];
    const components = message.components ?? [];
    const content = (message.content ?? '').trim();
    const all = components.flatMap(withInner);
    const isV2 = ((message.flags ?? 0) & componentsV2) !== 0;

    say(content.length > 2000, `${content.length} characters of content`);
    say(isNew && content === '' && embeds.length === 0 && components.length === 0, 'it is empty');
    const size = embeds.reduce((sum, embed) => sum + embedSize(embed), 0);
    say(size > 6000, `${size} characters in all embeds`);
    embeds.forEach((embed, i) => findings.push(...embedFindings(embed).map(finding => `embed ${i}: ${finding}`)));
    const urls = embeds.map(embed => embed.url).filter(url => url);
    say(new Set(urls).size < urls.length, 'two embeds share a url, and only one of them would be shown');

    say(isV2 && (content !== '' || embeds.length > 0), 'content or embeds beside components of the second version');
    say(
        !isV2 && isNew && all.some(component => ofV2.includes(component.type)),
        'components of the second version without their flag',
    );
    say(all.length > 40, `${all.length} components`);
    say(!isV2 && components.length > 5, `${components.length} rows`);
    const ids = all.map(component => component.custom_id).filter(id => id !== undefined && id !== null);
    say(new Set(ids).size < ids.length, 'a custom id twice');
    for (const component of all) findings.push(...componentFindings(component));
    return findings;
}

export function withInner(component) {
    const inner = [...(component.components ?? []), component.accessory, component.component].filter(each => each);
    return [component, ...inner.flatMap(withInner)];
}

const length = text => (text ?? '').trim().length;

const embedSize = embed =>
    length(embed.title) +
    length(embed.description) +
    length(embed.footer?.text) +
    length(embed.author?.name) +
    (embed.fields ?? []).reduce((sum, field) => sum + length(field.name) + length(field.value), 0);

function embedFindings(embed) {
    const findings = [];
    if (embedSize(embed) === 0 && !embed.image && !embed.thumbnail) findings.push('it is empty');
    for (const url of [embed.url, embed.author?.url, embed.image?.url, embed.thumbnail?.url]) {
        if (url && !/^(https?|attachment):/.test(url)) findings.push(`the address ${url}`);
    }
    for (const field of embed.fields ?? []) {
        if (length(field.name) === 0 || length(field.value) === 0) findings.push('a field without name or value');
    }
    return findings;
}

function componentFindings(component) {
    if (component.type === 1) {
        const width = component.components.reduce((sum, inner) => sum + (inner.type === 2 ? 1 : 5), 0);
        return width > 5 ? ['a row that is too wide'] : [];
    }
    if (component.type !== 2) return [];
    const isLink = component.style === 5;
    const findings = [];
    if (isLink ? !component.url || component.custom_id : !component.custom_id || component.url)
        findings.push('a button with a url and an id, or neither');
    if (!component.label && !component.emoji) findings.push('a button without label and emoji');
    return findings;
}
