// Spoils a journal in one place at a time and asks whether it is found: node teeth.mjs <journal> <openapi.json>
import { readFileSync } from 'node:fs';
import { check } from './check.mjs';
import { Schemas } from './schemas.mjs';
import { Steps } from './steps.mjs';

const [journal, path] = process.argv.slice(2);
const text = readFileSync(journal, 'utf8');
const read = () =>
    text
        .split('\n')
        .filter(line => line)
        .map(line => JSON.parse(line));
const schemas = new Schemas(JSON.parse(readFileSync(path, 'utf8')), { tolerant: true });
const findingsOf = lines => check(lines, schemas, { ours: false }).findings;

const createMessage = 'POST /channels/{channel_id}/messages';
const callback = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const commands = 'PUT /applications/{application_id}/commands';
const button = (id, more) => ({ type: 1, components: [{ type: 2, custom_id: id, label: 'x', style: 1, ...more }] });

const spoilt = {
    'a text of 2001 characters': [
        createMessage,
        line => {
            line.body.content = 'x'.repeat(2001);
        },
    ],
    'an empty message': [
        createMessage,
        line => {
            line.body = { content: ' ' };
        },
    ],
    'a misspelt field': [
        createMessage,
        line => {
            line.body.contents = 'x';
        },
    ],
    'embeds of 6001 characters': [
        createMessage,
        line => {
            line.body.embeds = [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }];
        },
    ],
    'an embed title of 257 characters': [
        createMessage,
        line => {
            line.body.embeds = [{ title: 'x'.repeat(257) }];
        },
    ],
    'two embeds with one url': [
        createMessage,
        line => {
            line.body.embeds = [1, 2].map(n => ({ title: `${n}`, url: 'https://example.org' }));
        },
    ],
    'text beside components of the second version': [
        createMessage,
        line => {
            Object.assign(line.body, { content: 'x', flags: 32768 });
        },
    ],
    'a custom id of 101 characters': [
        createMessage,
        line => {
            line.body.components = [button('x'.repeat(101))];
        },
    ],
    'a custom id twice': [
        createMessage,
        line => {
            line.body.components = [button('x'), button('x')];
        },
    ],
    'a button with id and url': [
        createMessage,
        line => {
            line.body.components = [button('x', { url: 'https://example.org' })];
        },
    ],
    'six rows': [
        createMessage,
        line => {
            line.body.components = [1, 2, 3, 4, 5, 6].map(n => button(`${n}`));
        },
    ],
    'a nonce of 26 characters': [
        createMessage,
        line => {
            line.body.nonce = 'x'.repeat(26);
        },
    ],
    'a user agent of a browser': [
        createMessage,
        line => {
            line.agent = 'Mozilla/5.0';
        },
    ],
    'a message without author in an answer': [
        createMessage,
        line => {
            delete line.response.author;
        },
    ],
    'an unknown field in an answer': [
        createMessage,
        line => {
            line.response.surprise = 1;
        },
    ],
    'an id that is a number in an answer': [
        createMessage,
        line => {
            line.response.id = 5;
        },
    ],
    'an answer that completes a command': [
        callback,
        line => {
            line.body = { type: 8, data: { choices: [] } };
        },
    ],
    '26 choices': [
        callback,
        line => {
            line.body = {
                type: 8,
                data: { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) },
            };
        },
    ],
    'a command with capitals': [
        commands,
        line => {
            line.body[0].name = 'Digest';
        },
    ],
    'a command of more than 8000 characters': [
        commands,
        line => {
            line.body[0].options = Array.from({ length: 25 }, (_, i) => ({
                type: 3,
                name: `o${i}`,
                description: 'x'.repeat(100),
                choices: Array.from({ length: 25 }, (_, j) => ({ name: `${j}`.padEnd(50, 'x'), value: `${j}` })),
            }));
        },
    ],
    'a required option behind another': [
        commands,
        line => {
            line.body[0].options = [
                { type: 3, name: 'a', description: 'a' },
                { type: 3, name: 'b', description: 'b', required: true },
            ];
        },
    ],
    'a heartbeat ahead of the events': [
        1,
        line => {
            line.payload.d = 1_000_000;
        },
    ],
    'an identify without intents': [
        2,
        line => {
            delete line.payload.d.intents;
        },
    ],
    'a resume without session': [
        6,
        line => {
            delete line.payload.d.session_id;
        },
    ],
};

function fits(line, what) {
    return typeof what === 'number'
        ? line.kind === 'gateway' &&
              line.direction === 'in' &&
              line.payload.op === what &&
              (what !== 1 || line.payload.d !== null)
        : line.route === what && line.status < 300 && line.body !== null && !line.contentType.startsWith('multipart/');
}

const steps = new Steps();
await steps.run({}, [
    ['finds nothing in what was not spoilt', async () => Steps.equal(findingsOf(read()), [])],
    ...Object.entries(spoilt).map(([name, [what, spoil]]) => [
        `finds ${name}`,
        async () => {
            const lines = read();
            const line = lines.find(candidate => fits(candidate, what));
            spoil(line);
            Steps.equal(findingsOf(lines).length > 0, true);
        },
    ]),
]);
steps.finish();
