// Reads a JSON array of Discord markdown from standard input, and writes for each text how two parsers that nobody here
// wrote understand it: {"plain": the text without any markup, or null, "nodes": the kinds of nodes}, one pair a text.
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

function kinds(nodes) {
  return nodes.flatMap((node) => [node.type, ...(Array.isArray(node.content) ? kinds(node.content) : [])]);
}

function read(text, parse) {
  const nodes = parse(text);
  const parts = nodes.map(plain);
  return { plain: parts.includes(null) ? null : parts.join(''), nodes: [...new Set(kinds(nodes))] };
}

const texts = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map((text) => parsers.map((parse) => read(text, parse)))));
