import assert from "node:assert/strict";
import { test } from "node:test";
import { Kept, markOf } from "../../gmm_helpers/grading/answers/static/kept.js";
import { quickComments, stepped, toggled } from "../../gmm_helpers/grading/answers/static/panel.js";
import {
  byPlace,
  counted,
  pointsOf,
  readRows,
  textOf,
  writeRows,
} from "../../gmm_helpers/grading/answers/static/table.js";

const row = (student, points, comment = "", exercise = "q") => ({ student, exercise, points, comment });

test("what is written is read again, whatever it holds", () => {
  const rows = [
    row("'=ann", "1.5", "=1+1"),
    row("Lee, Ann", "2", 'say "why"; then how'),
    row(" ö ", "0", "-"),
    row("bob", "1", "it's"),
  ];
  const text = writeRows(rows);
  assert.ok(text.startsWith("\ufeffstudent,exercise,points,comment\n'=ann,q,1.5,'=1+1\n"));
  assert.deepEqual(readRows(text), rows);
  assert.deepEqual(readRows(writeRows([row("a", "1", "two\nlines")]))[0].comment, "two lines");
});

test("tables of spreadsheets are read", () => {
  const text = '\ufeffComment;Points;Student;Exercise\r\n"a ""b"";\nc";4,5;ann;q\r\n;;;\r\n';
  assert.deepEqual(readRows(text), [row("ann", "4,5", 'a "b";\nc')]);
  assert.deepEqual(readRows(`sep=;\n${text.slice(1)}`), readRows(text));
  assert.equal(pointsOf("4,5"), 4.5);
  for (const text of ["", " ", "=1+1", "many", "Infinity"]) assert.equal(pointsOf(text), null);
  assert.equal(readRows("name,grade\nann,1\n"), null);
  assert.deepEqual(readRows(""), []);
  assert.deepEqual(readRows("student,exercise,points\nann,q\n"), [row("ann", "")]);
});

test("a column for notebooks stays, and tells apart what is in each of them", () => {
  const text = "notebook,student,exercise,points\n01,ann,questions,1\n02,ann,questions,2\n02,ann,q,1\n";
  const rows = readRows(text);
  assert.equal(byPlace(rows).size, 3);
  assert.deepEqual(readRows(writeRows(rows)), rows);
  const kept = new Kept("class", "");
  kept.set("q", "1f", { points: 2, comment: "", saved: false, students: ["ann"] });
  assert.deepEqual(kept.rows(rows), [...rows.slice(0, 2), row("ann", "2")]);
});

test("files of spreadsheets are text", () => {
  const bytes = (...codes) => Uint8Array.from(codes).buffer;
  assert.equal(textOf(bytes(0xc3, 0xb6)), "ö");
  assert.equal(textOf(bytes(0xf6)), "ö");
  assert.equal(textOf(bytes(0xff, 0xfe, 0xf6, 0)), "ö");
});

test("without a store marks last as long as the page, and it is said", () => {
  const kept = new Kept("class", ""); // Node.js has no localStorage that works
  assert.equal(kept.test(), false);
  const mark = { points: 1, comment: "", saved: false, students: ["ann", "bob"] };
  kept.set("q", "1f", mark);
  kept.set("p", "2e", { ...mark, points: null, comment: "so" });
  assert.equal(kept.unsaved(), 2);
  assert.deepEqual(kept.rows([]), [row("ann", "1"), row("bob", "1")]);
  kept.load(writeRows(kept.rows([])));
  kept.markSaved();
  assert.equal(kept.unsaved(), 1); // a comment without points is in no file
  kept.putAside("q", new Map([["1f", ["ann", "bob", "cy"]]]));
  assert.equal(kept.unsaved(), 2); // nor is somebody who wrote the same, and handed in late
});

test("rows of before stay unless they were marked anew", () => {
  const kept = new Kept("class", "");
  const before = [row("ann", "2", "old"), row("bob", "2"), row("cy", "4,5", "", "e_step")];
  kept.set("q", "1f", { points: 1, comment: "new", saved: false, students: ["ann"] });
  kept.set("q", "2e", { points: null, comment: "", saved: false, students: ["bob"] });
  assert.deepEqual(kept.rows(before), [row("ann", "1", "new"), row("cy", "4,5", "", "e_step")]);
  kept.markSaved();
  assert.deepEqual(kept.rows(before), before); // the file has been changed since
  assert.deepEqual(
    [...counted(before)],
    [
      ["q", 2],
      ["e_step", 1],
    ],
  );
});

test("a mark is put aside when the answer has changed, and comes back with it", () => {
  const kept = new Kept("class", "");
  const mark = { points: 1, comment: "", saved: false, students: ["ann", "bob"] };
  const aside = (...groups) => [...kept.putAside("q", new Map(groups))].sort();
  kept.set("q", "1f", mark);
  assert.deepEqual(aside(["1f", ["ann", "bob"]]), []);
  assert.deepEqual(aside(["1f", ["ann", "cy"]], ["2e", ["bob"]]), ["bob"]);
  assert.deepEqual(kept.rows([]), [row("ann", "1"), row("cy", "1")]); // who wrote the same has it, too
  assert.deepEqual(aside(["2e", ["bob", "ann", "cy"]]), ["ann", "bob", "cy"]);
  assert.deepEqual([kept.rows([]), kept.unsaved()], [[], 0]);
  assert.deepEqual(aside(["1f", ["ann", "cy"]], ["2e", ["bob"]]), ["bob"]);
  kept.set("q", "2e", { ...mark, points: 2, students: ["bob"] });
  assert.deepEqual(aside(["1f", ["ann", "cy"]], ["2e", ["bob"]]), []);
  assert.deepEqual(kept.rows([]), [row("ann", "1"), row("cy", "1"), row("bob", "2")]);
});

test("a file that was loaded counts until the page is written anew", () => {
  const kept = new Kept("class", "one");
  assert.equal(kept.base(), "one");
  kept.load("two");
  assert.equal(kept.base(), "two");
  const later = new Kept("class", "three");
  later.memory = kept.memory;
  assert.equal(later.base(), "three");
});

test("students who wrote the same may have different marks", () => {
  const rows = byPlace([row("ann", "1,5", "so"), row("bob", "2")]);
  const mark = { points: 1.5, comment: "so", saved: true };
  const of = (...students) => markOf(rows, "q", students);
  assert.deepEqual(of("ann"), { mark: { ...mark, students: ["ann"] }, count: 1, isMixed: false });
  assert.deepEqual(of("ann", "bob"), { mark: null, count: 2, isMixed: true });
  assert.deepEqual(of("ann", "cy"), { mark: { ...mark, students: ["ann", "cy"] }, count: 1, isMixed: false });
  assert.deepEqual(of("cy"), { mark: null, count: 0, isMixed: false });
});

test("comments are used again and taken out", () => {
  assert.equal(toggled("", "Why?"), "Why?");
  assert.equal(toggled("Good", "Why?"), "Good; Why?");
  assert.equal(toggled("Good; Why?", "Good"), "Why?");
  assert.deepEqual(quickComments(["a; b", "b", "", "c"]), ["b", "a", "c"]);
  assert.equal(quickComments([..."123456789"]).length, 7);
});

test("points go by halves and stay within what there is", () => {
  assert.deepEqual(
    [stepped(null, 1, 2), stepped(null, -1, 2), stepped(2, 1, 2), stepped(0, -1, 2), stepped(1, 1, 2)],
    [0, 2, 2, 0, 1.5],
  );
});
