// Holds cards and manifests against Microsoft's schemas: {"cardSchema":…, "manifestSchema":…, "cards":[…], "manifests":[…]}
// on standard input, a list of what is wrong on standard output. Cards are also read by Microsoft's own renderer.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { createRequire } from 'node:module';

const AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const given = JSON.parse(readFileSync(0, 'utf8'));
const wrong = [];

// The schema of cards is of an older draft and names itself by an address; what is Teams' own in a card it does not know.
function cardChecker(path) {
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  delete schema.$schema;
  delete schema.id;
  return new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
}

function check(name, validate, value) {
  if (!validate(value)) {
    for (const error of validate.errors.slice(0, 5)) wrong.push(`${name} ${error.instancePath} ${error.message}`);
  }
}

if (given.cards?.length) {
  const validate = cardChecker(given.cardSchema);
  given.cards.forEach((card, i) => {
    const { msteams, ...plain } = card;
    if (msteams && Object.keys(msteams).some((key) => key !== 'width')) wrong.push(`card ${i} has more for Teams than its width`);
    check(`card ${i}`, validate, plain);
    const context = new AdaptiveCards.SerializationContext();
    const read = new AdaptiveCards.AdaptiveCard();
    read.parse(card, context);
    for (let at = 0; at < context.eventCount; at++) wrong.push(`card ${i} reader: ${context.getEventAt(at).message}`);
    for (const failed of read.validateProperties().validationEvents) wrong.push(`card ${i} property: ${failed.message}`);
  });
}

if (given.manifests?.length) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const { $schema, ...schema } = JSON.parse(readFileSync(given.manifestSchema, 'utf8')); // an older draft's, of which nothing is used
  const validate = ajv.compile(schema);
  given.manifests.forEach((manifest, i) => check(`manifest ${i}`, validate, manifest));
}

process.stdout.write(JSON.stringify(wrong));
