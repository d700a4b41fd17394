// Discord's own schemas, closed: a field that they do not name is a finding.
import { Ajv2020 } from 'ajv/dist/2020.js';

// In the documentation, and missing in the specification.
const missing = {
    ApplicationCommandCreateRequest: ['nsfw'],
    ApplicationCommandUpdateRequest: ['nsfw'],
    CreatedThreadResponse: ['message'],
};

// Layers of larger objects, which name only their own fields.
const open = ['Error', 'ErrorResponse', 'RatelimitedResponse'];

// What discord.js sends in places where the schemas have no such field, and Discord ignores it.
const ignored = ['tts', 'enforce_nonce'];

export class Schemas {
    #paths;
    #ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
    #tolerant;
    #compiled = new Map();

    constructor(specification, { tolerant }) {
        this.#paths = specification.paths;
        this.#tolerant = tolerant;
        for (const [name, fits] of Object.entries(formats)) this.#ajv.addFormat(name, fits);
        const { schemas, responses } = specification.components;
        coercePermissions(schemas);
        // The errors of single fields have names for codes, as the documentation shows them.
        schemas.InnerErrors.properties._errors.items = {
            type: 'object',
            required: ['code', 'message'],
            properties: { code: { type: 'string' }, message: { type: 'string' } },
        };
        for (const [name, schema] of Object.entries(schemas)) {
            if (!open.includes(name)) close(schema);
            for (const field of missing[name] ?? []) schema.properties[field] = {};
        }
        this.#ajv.addSchema({ $id: 'discord', components: { schemas, responses } });
    }

    // What checks a line of the journal; undefined where the specification is silent.
    operation(line) {
        const found = this.#paths[line.route.slice(line.method.length + 1)]?.[line.method.toLowerCase()];
        if (!found) return undefined;
        const request = found.requestBody?.content['application/json']?.schema;
        return {
            hasRequest: request !== undefined,
            request: ({ body }) => this.#request(request, body),
            response: ({ status, response }) => this.#response(found, status, response),
        };
    }

    #request(schema, body) {
        if (schema === undefined) return body === null ? [] : ['a body where none is taken'];
        return body === null ? [] : this.#check(schema, this.#tolerant ? withoutIgnored(body) : body);
    }

    #response(operation, status, body) {
        const declared =
            operation.responses[status] ??
            operation.responses[status === 429 ? '429' : `${Math.trunc(status / 100)}XX`];
        if (declared === undefined) return [`status ${status} is not declared`];
        const schema = declared.$ref
            ? { $ref: `${declared.$ref}/content/application~1json/schema` }
            : declared.content?.['application/json']?.schema;
        if (schema === undefined) return body === null ? [] : ['a body where none is declared'];
        return this.#check(schema, body);
    }

    #check(schema, value) {
        const key = JSON.stringify(schema);
        if (!this.#compiled.has(key)) this.#compiled.set(key, this.#ajv.compile(rooted(schema)));
        const validate = this.#compiled.get(key);
        return validate(value)
            ? []
            : validate.errors.map(
                  error => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`,
              );
    }
}

const formats = {
    snowflake: /^(0|[1-9][0-9]*)$/,
    int32: { type: 'number', validate: value => Number.isInteger(value) && Math.abs(value) <= 2 ** 31 },
    int64: { type: 'number', validate: Number.isInteger },
    double: { type: 'number', validate: Number.isFinite },
    nonce: text => text.length <= 25,
    uri: text => URL.canParse(text),
    'date-time': text => !Number.isNaN(Date.parse(text)),
};

// The specification says integer; its own introduction says that such numbers may come as text, and clients send text.
function coercePermissions(schemas) {
    for (const name of ['ApplicationCommandCreateRequest', 'ApplicationCommandUpdateRequest']) {
        schemas[name].properties.default_member_permissions = {
            anyOf: [{ type: ['integer', 'null'] }, { type: 'string', pattern: '^[0-9]+$' }],
        };
    }
}

function close(schema) {
    if (schema === null || typeof schema !== 'object') return;
    if (schema.properties && schema.additionalProperties === undefined) schema.additionalProperties = false;
    for (const inner of Object.values(schema)) close(inner);
}

// References of the specification, made to point into what was added.
const rooted = schema => JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"discord#/components/'));

function withoutIgnored(body) {
    if (Array.isArray(body)) return body;
    const copy = Object.fromEntries(Object.entries(body).filter(([name]) => !ignored.includes(name)));
    if ('auto_archive_duration' in body) delete copy.type; // of the thread, which follows from the channel
    for (const inner of ['data', 'message']) if (copy[inner]) copy[inner] = withoutIgnored(copy[inner]);
    return copy;
}
