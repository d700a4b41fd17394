// Reads texts as Markdown with HTML, as a client does: a list on standard input; for each the text that is seen, and its links.
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

const reader = new MarkdownIt({ html: true, linkify: false });
const seen = (tokens) => tokens.flatMap((token) => {
  switch (token.type) {
    case 'inline': return seen(token.children);
    case 'text': case 'text_special': return [{ text: token.content }];
    case 'link_open': return [{ link: token.attrGet('href') }];
    case 'softbreak': case 'hardbreak': return [{ text: '\n' }];
    case 'paragraph_open': case 'paragraph_close': case 'link_close': return [];
    case 'blockquote_open': return [{ quote: true }];
    case 'blockquote_close': return [{ quote: false }];
    default: return [{ markup: token.type }];
  }
});

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map((text) => seen(reader.parse(text, {})))));
