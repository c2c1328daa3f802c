// Runs the core where there is no system beneath it: passes programs in through memory and compares the answers.
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");

/** What each program must be answered. */
const treaty = `
type State
entity Alba, 조선 "Joseon": State
fact attacked(_ state: State)
fact consents(_ state: State) decided by state
event help(by state: State, to other: State) presumed false
treaty Pact {
  parties Alba, 조선
  in force from 1900-01-01
  norm aid(_ ally: Party, _ victim: Party): ally must help(to: victim) within 10 days
    when ally is not victim and attacked(victim) and consents(ally)
}
scenario "an attack" {
  as of 1905-02-01
  assert attacked(Alba) from 1905-01-01 according to Alba
  ask Pact.aid(조선, Alba)
  assert consents(조선) from 1905-01-01
  ask Pact.aid(조선, Alba) according to Alba
  ask breached(Pact.aid(조선, Alba)) according to Alba
  ask breached(Pact.aid(조선, Alba)) as of 1905-01-05 according to Alba
  deny attacked(Alba) according to 조선
  ask Pact.aid(조선, Alba)
  ask attacked(조선) or not attacked(조선)
}`;
const expectations = [
  {
    program: treaty,
    answer:
      "Pact.aid(조선, Alba): unknown, turns on 2\n" +
      "Pact.aid(조선, Alba): true\n" +
      "breached(Pact.aid(조선, Alba)): true\n" +
      // Nothing is told of the days before 1905, in which the duty may have begun, and its term run out.
      "breached(Pact.aid(조선, Alba)): unknown, turns on 2\n" +
      "Pact.aid(조선, Alba): contested\n" +
      "attacked(조선) or not attacked(조선): true\n",
  },
  { program: "", answer: "" },
];

/** What the module asks of its host: a place to print a message to before it stops. */
const host = { env: { casus_print: (byte) => process.stderr.write(String.fromCharCode(byte)) } };

function run(instance, program) {
  const { memory, casus_allocate, casus_run } = instance.exports;
  const bytes = new TextEncoder().encode(program);
  const address = casus_allocate(bytes.length);
  new Uint8Array(memory.buffer).set(bytes, address);
  const result = casus_run(address, bytes.length);
  const length = new DataView(memory.buffer).getUint32(result, true);
  return new TextDecoder().decode(new Uint8Array(memory.buffer, result + 4, length));
}

const module_ = new WebAssembly.Module(fs.readFileSync(process.argv[2]));
const instance = new WebAssembly.Instance(module_, host);
for (const { program, answer } of expectations) assert.strictEqual(run(instance, program), answer);

// Memory that is freed is used again: thousands of runs must not take megabytes more than a few.
const long = "fact 조선 presumed true ask 조선\n";
for (let count = 0; count < 20; count++) run(instance, long);
const before = instance.exports.memory.buffer.byteLength;
for (let count = 0; count < 500; count++) run(instance, long);
const grown = instance.exports.memory.buffer.byteLength - before;
assert.ok(grown < 4 * 1024 * 1024, `the allocator leaks: ${grown} bytes in 500 runs`);
console.log(`embedded: ${expectations.length} answers are right, and freed memory is used again`);
