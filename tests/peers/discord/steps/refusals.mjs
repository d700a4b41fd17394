// What Discord refuses, and with which error.
import { EmbedBuilder } from 'discord.js';
import { Steps } from '../steps.mjs';

const refused = async ({ client, world }, message) =>
    Steps.refusal((await client.channels.fetch(world.channel)).send(message));

export const refusalSteps = [
    [
        'gets a tree of errors for a text of 2001 characters',
        async context => {
            const error = await refused(context, 'x'.repeat(2001));
            Steps.equal([error.code, error.status], [50035, 400]);
            Steps.equal(error.rawError.errors.content._errors[0].code, 'BASE_TYPE_MAX_LENGTH');
            Steps.equal(error.message.includes('content[BASE_TYPE_MAX_LENGTH]'), true);
        },
    ],
    [
        'may send no empty message',
        async context => {
            Steps.equal((await refused(context, { content: '' })).code, 50006);
        },
    ],
    [
        'may send no more than 6000 characters in all embeds together',
        async context => {
            const embeds = [1, 2].map(() => new EmbedBuilder().setDescription('x'.repeat(3001)));
            const error = await refused(context, { embeds });
            Steps.equal(error.rawError.errors.embeds._errors[0].code, 'MAX_EMBED_SIZE_EXCEEDED');
        },
    ],
    [
        'is told which of two embeds is wrong',
        async context => {
            const error = await refused(context, { embeds: [{ title: 'fine' }, { title: 'x'.repeat(257) }] });
            Steps.equal(Object.keys(error.rawError.errors.embeds), ['1']);
            Steps.equal(error.message.includes('embeds[1].title[BASE_TYPE_MAX_LENGTH]'), true);
        },
    ],
    [
        'may not mix text with components of the second version',
        async context => {
            const error = await refused(context, {
                content: 'x',
                flags: 32768,
                components: [{ type: 10, content: 'y' }],
            });
            Steps.equal(error.code, 50035);
        },
    ],
    [
        'may not use a custom id twice in a message',
        async context => {
            const button = { type: 2, custom_id: 'same', label: 'x', style: 1 };
            const error = await refused(context, {
                content: 'x',
                components: [{ type: 1, components: [button, button] }],
            });
            Steps.equal(error.rawError.errors.components._errors[0].code, 'COMPONENT_CUSTOM_ID_DUPLICATED');
        },
    ],
    [
        'may not reply to a message that does not exist',
        async context => {
            const error = await refused(context, { content: 'x', reply: { messageReference: '1400000000000000999' } });
            Steps.equal(error.rawError.errors.message_reference._errors[0].code, 'REPLIES_UNKNOWN_MESSAGE');
        },
    ],
    [
        'learns that a channel is unknown',
        async ({ client }) => {
            Steps.equal((await Steps.refusal(client.channels.fetch('1400000000000000998'))).code, 10003);
        },
    ],
    [
        'learns that a message is unknown',
        async ({ client, world }) => {
            const channel = await client.channels.fetch(world.channel);
            Steps.equal((await Steps.refusal(channel.messages.fetch('1400000000000000997'))).code, 10008);
        },
    ],
    [
        'may not edit what another wrote',
        async ({ client, fake, world }) => {
            const theirs = await fake.do('type', {
                user: world.reader,
                channel: world.channel,
                text: `<@${fake.applicationId}>`,
            });
            const message = await (await client.channels.fetch(world.channel)).messages.fetch(theirs.id);
            Steps.equal(
                (
                    await Steps.refusal(
                        client.rest.patch(`/channels/${world.channel}/messages/${message.id}`, {
                            body: { content: 'x' },
                        }),
                    )
                ).code,
                50005,
            );
        },
    ],
    [
        'is told which permission is missing: to see, to send, to embed',
        async ({ client, fake, world }) => {
            const codes = {};
            for (const [name, bit] of [
                ['see', 10n],
                ['send', 11n],
                ['embed', 14n],
            ]) {
                const channel = await fake.do('channel', { guild: world.guild, name });
                await fake.do('deny', { channel, permissions: String(1n << bit) });
                const body = { embeds: [{ description: 'x' }] };
                codes[name] = (await Steps.refusal(client.rest.post(`/channels/${channel}/messages`, { body }))).code;
                await fake.do('deleteChannel', { channel });
            }
            Steps.equal(codes, { see: 50001, send: 50013, embed: 50013 });
        },
    ],
];
