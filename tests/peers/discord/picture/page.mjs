// A page that shows messages.
import { escapeHtml, toHtml } from './markdown.mjs';

// A newspaper, drawn here so that nothing is fetched.
const avatar = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#3b82c4"/><path d="M10 11h20v18H10z" fill="#fff"/><path d="M13 15h14M13 19h14M13 22h9M13 25h11" stroke="#3b82c4" stroke-width="1.6"/></svg>')}`;

const styles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'destructive' };

export function messagesPage(messages, theme, width) {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<script type="module" src="/derockdev-discord-components-core.esm.js"></script>
<style>
  body { margin: 0; width: ${width}px; background: ${theme === 'light' ? '#fff' : '#313338'}; font-family: 'gg sans', 'Noto Sans', 'DejaVu Sans', sans-serif }
  discord-messages { border: 0 !important }
  small { display: block; font-size: 0.8125rem; line-height: 1.375; color: ${theme === 'light' ? '#5c5e66' : '#949ba4'} }
  ${theme === 'light' ? '.discord-embed .discord-embed-title, .discord-embed .discord-embed-footer { color: #313338 !important } .discord-button { background: #e3e5e8 !important; color: #313338 !important }' : ''}
  a { color: ${theme === 'light' ? '#006ce7' : '#00a8fc'}; text-decoration: none }
</style>
</head><body>
<discord-messages${theme === 'light' ? ' light-theme' : ''} no-background>${messages.map(message).join('')}</discord-messages>
<script type="module">
  await customElements.whenDefined('discord-messages');
  setTimeout(() => fetch('/height?value=' + Math.ceil(document.documentElement.getBoundingClientRect().height)), 3000);
</script>
</body></html>`;
}

function message({ content, embeds = [], components = [] }) {
  return `<discord-message author="DigestBot" avatar="${avatar}" bot verified timestamp="2020-01-07T06:00:00Z">${content ? toHtml(content) : ''}
${embeds.map(embed).join('')}${components.length ? `<discord-attachments slot="components">${components.map(row).join('')}</discord-attachments>` : ''}
</discord-message>`;
}

function embed({ title, description, color, footer }) {
  const bar = color === undefined ? '' : ` color="#${color.toString(16).padStart(6, '0')}"`;
  return `<discord-embed slot="embeds"${bar}${title ? ` embed-title="${escapeHtml(title.replace(/\\([^0-9A-Za-z\s])/g, '$1'))}"` : ''}>
<discord-embed-description slot="description">${toHtml(description)}</discord-embed-description>
${footer ? `<discord-embed-footer slot="footer">${escapeHtml(footer.text)}</discord-embed-footer>` : ''}</discord-embed>`;
}

function row({ components }) {
  return `<discord-action-row>${components.map(({ label, style, disabled }) =>
    `<discord-button type="${styles[style]}"${disabled ? ' disabled' : ''}>${escapeHtml(label)}</discord-button>`).join('')}</discord-action-row>`;
}
