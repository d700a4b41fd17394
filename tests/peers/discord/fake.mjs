// Starts the fake Discord as a process of its own, or finds one that runs, and drives it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export class FakeDiscord {
    #process;

    constructor(description, process) {
        Object.assign(this, description);
        this.#process = process;
    }

    static async start(program, ...options) {
        const process = spawn('dotnet', [program, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
        const lines = createInterface({ input: process.stdout });
        const first = await new Promise((resolve, reject) => {
            lines.once('line', resolve);
            process.once('error', reject);
            process.once('exit', code => reject(new Error(`The fake ended with ${code}.`)));
        });
        return new FakeDiscord(JSON.parse(first), process);
    }

    // What the fake's ControlDesk offers, by name.
    async do(action, args = {}) {
        const response = await fetch(`${this.control}/${action}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(args),
        });
        const answer = await response.json();
        if (answer.error) throw new Error(`${action}: ${answer.error}`);
        return answer.result;
    }

    async stop() {
        this.#process.stdin.end();
        await new Promise(resolve => this.#process.once('exit', resolve));
    }
}
