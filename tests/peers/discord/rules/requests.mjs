// What a request must keep to beside the schemas, from Discord's documentation.
import { callbackFindings } from './callbacks.mjs';
import { commandFindings } from './commands.mjs';
import { messageFindings } from './messages.mjs';

export function requestFindings(line, { interactions, ours }) {
    const { route, body } = line;
    const findings = headerFindings(line, ours);
    if (body === null) return findings;
    if (route === 'POST /channels/{channel_id}/messages') {
        findings.push(
            ...messageFindings(body, { isNew: hasNoFiles(line) }),
            ...(ours ? habitFindings(body, { nonce: true }) : []),
        );
    } else if (
        route === 'PATCH /channels/{channel_id}/messages/{message_id}' ||
        (route.startsWith('PATCH /webhooks/') && route.includes('/messages/'))
    ) {
        findings.push(...messageFindings(body, { isNew: false }), ...(ours ? habitFindings(body, {}) : []));
    } else if (route === 'POST /webhooks/{webhook_id}/{webhook_token}') {
        findings.push(...messageFindings(body, { isNew: hasNoFiles(line) }), ...(ours ? habitFindings(body, {}) : []));
    } else if (route === 'POST /channels/{channel_id}/threads' && body.message) {
        findings.push(
            ...messageFindings(body.message, { isNew: true }),
            ...(ours ? habitFindings(body.message, {}) : []),
        );
    } else if (route.startsWith('POST /interactions/')) {
        findings.push(...callbackFindings(body, interactions.get(line.path.split('/')[4])));
        if (ours && [4, 7].includes(body.type)) findings.push(...habitFindings(body.data, {}));
    } else if (/^(PUT|POST) \/applications\/.*commands$/.test(route)) {
        findings.push(...commandFindings(Array.isArray(body) ? body : [body]));
    }
    return findings;
}

const hasNoFiles = line => !line.contentType?.startsWith('multipart/');

function headerFindings({ agent, authorization, contentType, body, route }, ours) {
    const findings = [];
    if (!/^DiscordBot \([^,]+, [^)]+\)/.test(agent)) findings.push(`the user agent is "${agent}"`);
    if (body !== null && !/^(application\/json|multipart\/form-data)/.test(contentType ?? ''))
        findings.push(`a body of type "${contentType}"`);
    const carriesToken = route.includes('_token}');
    if (ours && (carriesToken ? authorization !== '' : authorization !== 'Bot'))
        findings.push(`authorization is "${authorization}"`);
    return findings;
}

// Headlines may name everyone; a message sent twice must be one.
function habitFindings(message, { nonce }) {
    const findings = [];
    if (!Array.isArray(message?.allowed_mentions?.parse)) findings.push('it does not say whom it may ping');
    if (nonce && !(message.nonce && message.enforce_nonce === true)) findings.push('it has no enforced nonce');
    return findings;
}
