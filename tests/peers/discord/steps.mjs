// Runs named steps in order and says of each how it went.
import assert from 'node:assert/strict';

const patience = 120_000; // only what never comes takes so long, on a busy machine too

export class Steps {
    #passed = 0;
    #failed = 0;

    async run(context, steps) {
        for (const [name, act] of steps) {
            try {
                await withPatience(act(context));
                this.#passed++;
                console.log(`ok ${this.#passed + this.#failed} ${name}`);
            } catch (error) {
                this.#failed++;
                console.log(`not ok ${this.#passed + this.#failed} ${name}: ${error.stack}`);
            }
        }
    }

    finish() {
        console.log(`${this.#passed} passed, ${this.#failed} failed`);
        process.exitCode = this.#failed === 0 && this.#passed > 0 ? 0 : 1;
    }

    static equal = assert.deepEqual;

    // Waits for the next event that fits; the promise is made before what causes it.
    static next(client, event, fits = () => true) {
        return new Promise(resolve => {
            const listen = (...args) => {
                if (!fits(...args)) return;
                client.off(event, listen);
                resolve(args[0]);
            };
            client.on(event, listen);
        });
    }

    // The code and the flattened errors with which Discord refuses.
    static async refusal(promise) {
        try {
            await promise;
        } catch (error) {
            return error;
        }
        throw new Error('It was not refused.');
    }
}

async function withPatience(promise) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`Not done in ${patience / 1000} s.`)), patience);
    });
    try {
        await Promise.race([promise, late]);
    } finally {
        clearTimeout(timer);
    }
}
