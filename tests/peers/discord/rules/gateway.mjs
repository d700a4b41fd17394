// The gateway: what a client sends, and in which order.
export function gatewayFindings(lines) {
    const findings = [];
    const connections = Map.groupBy?.(lines, line => line.connection) ?? group(lines);
    for (const frames of connections.values()) findings.push(...connectionFindings(frames));
    return findings;
}

function group(lines) {
    const groups = new Map();
    for (const line of lines) groups.set(line.connection, [...(groups.get(line.connection) ?? []), line]);
    return groups;
}

function connectionFindings(frames) {
    const findings = [];
    const state = { begun: false, seq: null, sent: 0 };
    for (const line of frames) {
        const { op, d, s } = line.payload;
        const say = (wrong, finding) => {
            if (wrong) findings.push({ line, finding });
        };
        if (line.direction === 'out') {
            state.seq = s ?? state.seq;
            if (op === 9) state.begun = false; // the session is gone, and the connection may begin another or resume
            continue;
        }
        say(JSON.stringify(line.payload).length > 4096, 'a frame of more than 4096 bytes');
        say(![1, 2, 3, 4, 6, 8].includes(op), `clients do not send op ${op}`);
        say(op === 1 && d !== null && !Number.isInteger(d), 'a heartbeat without a number');
        say(
            op === 1 && state.begun && d !== null && state.seq !== null && d > state.seq,
            `a heartbeat of ${d}, ahead of ${state.seq}`,
        );
        say((op === 2 || op === 6) && state.begun, 'it begins twice');
        say([3, 4, 8].includes(op) && !state.begun, `op ${op} before identifying`);
        if (op === 2) findings.push(...identifyFindings(d).map(finding => ({ line, finding })));
        say(
            op === 6 && !(d.session_id && Number.isInteger(d.seq) && d.token),
            'a resume without session, number or token',
        );
        if (op === 2 || op === 6) Object.assign(state, { begun: true, seq: op === 6 ? d.seq : null });
    }
    return findings;
}

function identifyFindings(d) {
    return [
        ...(d.token ? [] : ['no token']),
        ...(Number.isInteger(d.intents) ? [] : ['no intents']),
        ...(['os', 'browser', 'device'].every(name => d.properties?.[name] ?? d.properties?.[`$${name}`])
            ? []
            : ['no properties']),
        ...(d.shard === undefined || (d.shard.length === 2 && d.shard[0] < d.shard[1]) ? [] : ['no such shard']),
    ];
}
