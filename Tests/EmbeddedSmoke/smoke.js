// Runs the core where there is no system beneath it: passes programs in through memory and compares the answers.
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");

/** What each program must be answered. */
const expectations = [
  {
    program: "fact 조선 é",
    answer:
      "error[C0000]: 9 characters\n --> smoke.casus:1:9\n  |\n1 | fact 조선 é\n  |           ^\n",
  },
  { program: "", answer: "error[C0000]: 0 characters\n --> smoke.casus:1:1\n" },
  {
    program: "a\n\t한",
    answer: "error[C0000]: 4 characters\n --> smoke.casus:2:2\n  |\n2 |     한\n  |     ^^\n",
  },
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
const long = "fact 조선\n".repeat(200);
for (let count = 0; count < 20; count++) run(instance, long);
const before = instance.exports.memory.buffer.byteLength;
for (let count = 0; count < 500; count++) run(instance, long);
const grown = instance.exports.memory.buffer.byteLength - before;
assert.ok(grown < 4 * 1024 * 1024, `the allocator leaks: ${grown} bytes in 500 runs`);
console.log(`embedded: ${expectations.length} answers are right, and freed memory is used again`);
