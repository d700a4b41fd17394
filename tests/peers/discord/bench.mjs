// discord.js as a program that is measured: node --expose-gc bench.mjs <api> <token>
// It says "ready", then answers each line on standard input with how far it has come; bench/DigestBot.Benchmarks asks.
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { Client, Events } from 'discord.js';

const [api, token] = process.argv.slice(2);
const client = new Client({ intents: 4609, rest: { api, version: '10' } });
let events = 0;
client.on(Events.MessageCreate, () => events++);
client.on(Events.InteractionCreate, interaction => interaction.reply({ content: 'pong' }));
const ready = new Promise(resolve => client.once(Events.ClientReady, resolve));
await client.login(token);
await ready;
await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
console.log('ready');

for await (const line of createInterface({ input: process.stdin })) {
    const [asked, count] = line.split(' ');
    while (asked === 'await' && events < Number(count)) await setTimeout(1);
    const { user, system } = process.cpuUsage();
    const clock = performance.now() / 1e3;
    globalThis.gc();
    const guilds = client.guilds.cache.filter(guild => guild.available).size;
    const { rss } = process.memoryUsage();
    console.log(JSON.stringify({ guilds, events, processorSeconds: (user + system) / 1e6, clock, megabytes: rss / 1e6 }));
}
await client.destroy();
