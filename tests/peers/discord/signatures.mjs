// Asks discord-interactions of each signature whether it is good: one JSON object per line of input.
import { createInterface } from 'node:readline';
import { verifyKey } from 'discord-interactions';

for await (const line of createInterface({ input: process.stdin })) {
    const { publicKey, timestamp, body, signature } = JSON.parse(line);
    console.log(await verifyKey(body, signature, timestamp, publicKey));
}
