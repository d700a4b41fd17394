// Checks a journal of the fake against Discord's OpenAPI schemas and against what the schemas leave out:
//   node validate.mjs <journal> <openapi.json> [--ours]
// One line per finding, then a line of JSON that counts what was looked at. With --ours the requests are held to this
// project's own habits too; without it, fields that discord.js sends beside the schemas are let through.
import { readFileSync } from 'node:fs';
import { check } from './check.mjs';
import { Schemas } from './schemas.mjs';

const [journal, specification] = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const lines = readFileSync(journal, 'utf8')
    .split('\n')
    .filter(line => line)
    .map(line => JSON.parse(line));
const ours = process.argv.includes('--ours');
const schemas = new Schemas(JSON.parse(readFileSync(specification, 'utf8')), { tolerant: !ours });
const { findings, counts } = check(lines, schemas, { ours });
for (const finding of findings) console.log(finding);
console.log(JSON.stringify({ ...counts, findings: findings.length }));
process.exitCode = findings.length === 0 && lines.length > 0 ? 0 : 1;
