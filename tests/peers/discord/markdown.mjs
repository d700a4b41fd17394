// Reads a JSON array of Discord markdown from standard input, and writes how two parsers that nobody here wrote understand
// each text: what it says (null if there is markup in it), its kinds of nodes, its quoted lines, and where its links lead.
import { readFileSync } from 'node:fs';
import discordMarkdown from 'discord-markdown';
import discordMarkdownParser from 'discord-markdown-parser';

const { markdownEngine, rulesEmbed } = discordMarkdown;
const older = markdownEngine.parserFor(rulesEmbed);
const parsers = [
  (text) => discordMarkdownParser.parse(text, 'extended'),
  (text) => older(text, { inline: true, inQuote: false, inEmphasis: false }),
];

// A picture such as a flag is drawn instead of the character, and is that character when copied.
function plain(node) {
  switch (node.type) {
    case 'text': return node.content;
    case 'twemoji': return node.name;
    case 'newline':
    case 'br': return '\n';
    default: return null;
  }
}

function children(node) {
  return Array.isArray(node.content) ? node.content : [];
}

function all(nodes) {
  return nodes.flatMap((node) => [node, ...all(children(node))]);
}

function said(nodes) {
  const parts = nodes.map(plain);
  return parts.includes(null) ? null : parts.join('');
}

function read(text, parse) {
  const nodes = parse(text);
  const every = all(nodes);
  return {
    plain: said(nodes),
    kinds: [...new Set(every.map((node) => node.type))],
    quotes: every.filter((node) => node.type === 'blockQuote').map((node) => said(children(node))),
    links: every.filter((node) => node.type === 'link').map((node) => ({ text: said(children(node)), target: node.target })),
  };
}

const texts = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map((text) => parsers.map((parse) => read(text, parse)))));
