// Every request, answer and frame of a journal against the schemas and the rules.
import { gatewayFindings } from './rules/gateway.mjs';
import { requestFindings } from './rules/requests.mjs';

// Such refusals depend on the state of things, and no rule can foresee them.
const stateful = ['REPLIES_UNKNOWN_MESSAGE', 'NUMBER_TYPE_COERCE'];

// What was done is not what was answered, or there was no answer.
const blind = ['FailBefore', 'FailAfter', 'HangUpBefore'];

export function check(lines, schemas, { ours }) {
    const frames = lines.filter(line => line.kind === 'gateway');
    const requests = lines.filter(line => line.kind === 'rest');
    const interactions = new Map(
        frames.filter(line => line.payload.t === 'INTERACTION_CREATE').map(line => [line.payload.d.id, line.payload.d]),
    );
    const counts = {
        requests: requests.length,
        requestBodies: 0,
        responseBodies: 0,
        refused: 0,
        faults: 0,
        beyondSchemas: 0,
        frames: frames.length,
    };
    const findings = [];
    const report = (line, where, found) =>
        findings.push(
            ...found.map(
                finding => `${line.route ?? `op ${line.payload.op}`} ${line.status ?? ''} ${where}: ${finding}`,
            ),
        );

    for (const line of requests) {
        const operation = schemas.operation(line);
        const refused = line.status >= 400 && line.status < 500;
        counts.refused += refused ? 1 : 0;
        counts.faults += line.fault ? 1 : 0;
        counts.beyondSchemas += operation ? 0 : 1;
        counts.requestBodies += operation && line.body ? 1 : 0;
        const wrong = [...(operation?.request(line) ?? []), ...requestFindings(line, { interactions, ours })];
        if (ours || !refused) report(line, 'request', wrong);
        if (operation && isForm(line) && wrong.length === 0)
            report(line, 'refusal', ['refused, though nothing is wrong with it']);
        if (operation && !blind.includes(line.fault)) {
            counts.responseBodies += line.response === null ? 0 : 1;
            report(line, 'response', operation.response(line));
        }
    }

    for (const { line, finding } of gatewayFindings(frames)) report(line, 'frame', [finding]);
    return { findings, counts };
}

// A form that was refused must be wrong by a schema or by a rule.
function isForm(line) {
    const errors = JSON.stringify(line.response?.errors ?? {});
    return line.response?.code === 50035 && !stateful.some(code => errors.includes(code));
}
