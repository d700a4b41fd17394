// Discord's markdown as elements, from the tree of a parser that nobody here wrote.
import discordMarkdownParser from 'discord-markdown-parser';

const { SimpleMarkdown, rulesExtended } = discordMarkdownParser;

// The parser sees small print at the very start of a text only; Discord, at the start of every line.
const subtext = {
  ...rulesExtended.subtext,
  match: (source, state, before) => (/(^|\n)$/.test(before) ? /^-# +([^\n]+?)(\n|$)/.exec(source) : null),
};
const rules = { ...rulesExtended, subtext };
const parse = SimpleMarkdown.parserFor(rules);

export function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function toHtml(markdown) {
  return parse(markdown, { inline: true }).map(element).join('');
}

function inner(node) {
  return Array.isArray(node.content) ? node.content.map(element).join('') : escapeHtml(node.content ?? '');
}

function element(node) {
  switch (node.type) {
    case 'text': return escapeHtml(node.content);
    case 'twemoji': return escapeHtml(node.name);
    case 'newline':
    case 'br': return '<br>';
    case 'strong': return `<strong>${inner(node)}</strong>`;
    case 'blockQuote': return `<discord-quote>${inner(node).replace(/(<br>)+$/, '')}</discord-quote>`;
    case 'subtext': return `<small>${inner(node)}</small>`;
    case 'link': return `<a href="${escapeHtml(node.target)}">${inner(node)}</a>`;
    case 'timestamp': return `<discord-time timestamp="${Number(node.timestamp) * 1000}" format="${node.format ?? 'f'}"></discord-time>`;
    default: throw new Error(`Nothing of ours has ${node.type}.`);
  }
}
