// Buttons, selects and forms.
import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import { Steps } from '../steps.mjs';

async function use({ client, fake, world }, action, args, handle) {
    const arrived = Steps.next(client, 'interactionCreate');
    const sent = await fake.do(action, { user: world.reader, message: world.withButtons, ...args });
    await handle(await arrived);
    return fake.do('interaction', { interaction: sent.id });
}

const askForm = new ModalBuilder()
    .setCustomId('v1:ask:7')
    .setTitle('Ask about this digest')
    .addLabelComponents(
        new LabelBuilder()
            .setLabel('Question')
            .setTextInputComponent(
                new TextInputBuilder()
                    .setCustomId('question')
                    .setStyle(TextInputStyle.Paragraph)
                    .setMaxLength(300)
                    .setRequired(true),
            ),
    );

export const componentSteps = [
    [
        'turns a page: a button changes its own message',
        async context => {
            const done = await use(context, 'click', { customId: 'v1:sources:7' }, async interaction => {
                Steps.equal(
                    [interaction.isButton(), interaction.customId, interaction.message.id],
                    [true, 'v1:sources:7', context.world.withButtons],
                );
                await interaction.update({ content: 'page 2' });
            });
            Steps.equal(
                [done.callbackType, done.response.id, done.response.content],
                [7, context.world.withButtons, 'page 2'],
            );
        },
    ],
    [
        'answers a button now and changes its message later',
        async context => {
            const done = await use(context, 'click', { customId: 'v1:sources:7' }, async interaction => {
                await interaction.deferUpdate();
                await interaction.editReply('page 3');
                await interaction.followUp('and a word more');
            });
            Steps.equal([done.callbackType, done.response.content, done.followups.length], [6, 'page 3', 1]);
        },
    ],
    [
        'receives what was chosen from a select',
        async context => {
            await use(context, 'choose', { customId: 'v1:topic', values: ['iraq'] }, async interaction => {
                Steps.equal(interaction.values, ['iraq']);
                await interaction.reply('chosen');
            });
        },
    ],
    [
        'shows a form, and receives it filled in',
        async context => {
            const shown = await use(context, 'click', { customId: 'v1:sources:7' }, interaction =>
                interaction.showModal(askForm),
            );
            Steps.equal(shown.modal.title, 'Ask about this digest');
            const done = await use(
                context,
                'submit',
                { interaction: shown.id, options: { question: 'Why?' } },
                async interaction => {
                    Steps.equal([interaction.isModalSubmit(), interaction.customId], [true, 'v1:ask:7']);
                    Steps.equal(interaction.fields.getTextInputValue('question'), 'Why?');
                    Steps.equal(interaction.isFromMessage(), true);
                    await interaction.reply('Because.');
                },
            );
            Steps.equal(done.response.content, 'Because.');
        },
    ],
    [
        'may not answer a form with a form',
        async context => {
            const shown = await use(context, 'click', { customId: 'v1:sources:7' }, interaction =>
                interaction.showModal(askForm),
            );
            await use(
                context,
                'submit',
                { interaction: shown.id, options: { question: 'Why?' } },
                async interaction => {
                    const route = `/interactions/${interaction.id}/${interaction.token}/callback`;
                    const body = { type: 9, data: askForm.toJSON() };
                    Steps.equal(
                        (await Steps.refusal(context.client.rest.post(route, { body, auth: false }))).code,
                        50035,
                    );
                },
            );
        },
    ],
];
