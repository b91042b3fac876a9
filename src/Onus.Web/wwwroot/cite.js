// Citing with three keys: c opens the panel for the words that are selected, a letter chooses the element, Enter sends the form; the keys of the form are in
// choose.js. Passages that are ticked are cited together; s cites for the same as before.
// j and k go from passage to passage, where the space bar ticks and c or s cites.
// d goes to the disclosure marks of the record in sight. Everything here can be done without this script, with links and forms.
import { drag, fill, follow } from "./box.js";
import { choosing, isCommand } from "./choose.js";

const dialog = document.getElementById("cite");
const form = dialog?.querySelector("form");
const choice = form ? choosing(form) : null;

const field = name => form.elements.namedItem("Form." + name);
const elementOf = node => node instanceof Element ? node : node?.parentElement;

// The record in which the selection begins, and the selected words as far as they stand in the text of that record.
function selected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const record = elementOf(range.startContainer)?.closest("[data-record]") ?? elementOf(range.endContainer)?.closest("[data-record]");
  if (!record || dialog.contains(record)) {
    return null;
  }
  for (const text of record.querySelectorAll("[data-quote]")) {
    if (range.intersectsNode(text)) {
      return { record: record.dataset.record, quote: wordsOf(text, range) };
    }
  }
  return { record: record.dataset.record, quote: "" };
}

function wordsOf(text, range) {
  const words = [...text.querySelectorAll("[data-word]")].filter(word => range.intersectsNode(word));
  if (words.length > 0) {
    return words.map(word => word.textContent).join(" ");
  }
  const part = document.createRange();
  part.selectNodeContents(text);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
    part.setStart(range.startContainer, range.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) {
    part.setEnd(range.endContainer, range.endOffset);
  }
  return part.toString().trim();
}

const rowOf = record => document.querySelector(`[data-record="${CSS.escape(record)}"]`);
// The words of a drawn page are pieces of a drawing, with nothing between them; where its text stands beside it, that is what was read.
const wordsIn = text => text.querySelector("[data-word]") ? [...text.querySelectorAll("[data-word]")].map(word => word.textContent).join(" ") : text.textContent.trim();
const textOf = row => {
  const texts = [...row?.querySelectorAll("[data-quote]") ?? []];
  const text = texts.find(one => !one.querySelector("[data-word]")) ?? texts[0];
  return text ? wordsIn(text) : "";
};
const ticks = () => [...document.querySelectorAll("input.cite-tick:checked")];

function ticked() {
  const at = document.activeElement?.matches("input.cite-tick") ? [document.activeElement] : [];
  const [record, ...also] = (ticks().length > 0 ? ticks() : at).map(tick => tick.value);
  return record ? { record, also, quote: "" } : null;
}

// The one record in sight that can be cited: a picture, a page.
function only() {
  const all = [...document.querySelectorAll("[data-record]")].filter(row => row.querySelector("a[data-cite]"));
  return all.length === 1 ? all[0].dataset.record : null;
}

function step(by) {
  const all = [...document.querySelectorAll("input.cite-tick")];
  const at = all.indexOf(document.activeElement);
  const to = all[at < 0 && by < 0 ? all.length - 1 : Math.min(Math.max(at + by, 0), all.length - 1)];
  to?.focus();
  to?.closest("[data-record]").scrollIntoView({ block: "center" });
}

function open({ record, also = [], quote, box = null, same = null }) {
  const row = rowOf(record);
  const rows = [row, ...also.map(rowOf)];
  const text = textOf(row);
  // Of a payment the whole row is cited, also where all that it was for is selected.
  const whole = rows.map(one => one?.dataset.whole || textOf(one)).join("\n\n");
  const shown = (quote === text ? "" : quote) || (box ? "" : whole);
  field("Record").value = record;
  form.querySelector("[data-records]").replaceChildren(...also.map(value => Object.assign(document.createElement("input"), { type: "hidden", name: "Form.Records", value })));
  // A translation, and a part of a picture, are of one passage.
  for (const single of form.querySelectorAll("[data-single], [data-part]")) {
    single.hidden = also.length > 0;
  }
  field("Quote").value = quote;
  fill(form, box);
  const part = dialog.querySelector("details[data-part]");
  if (part && box) {
    part.open = true;
  }
  dialog.querySelector("[data-all]").hidden = quote !== "" || box !== null;
  dialog.querySelector("[data-passage]").textContent = also.length === 0 && shown.length > 400 ? shown.slice(0, 400) + " …" : shown;
  // A page that the browser kept and shows again must not send the key of a form that has been used.
  if (crypto.randomUUID) {
    form.elements.namedItem("onus-key").value = crypto.randomUUID();
  }
  // What the page proposes stands again: the people, for and not against, a new fact, and no element.
  for (const option of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
    option.checked = option.defaultChecked && option.name !== "Form.Cells";
  }
  for (const [name, values] of same ? [["Cells", same.cells], ["About", same.about], ["By", same.by]] : []) {
    for (const option of values ? form.querySelectorAll(`input[name='Form.${name}']`) : []) {
      option.checked = values.includes(option.value);
    }
  }
  // Of several passages only who is meant by each of them; "for the same" is for whom it was before.
  const people = [...form.querySelectorAll("input[name='Form.About']")];
  const usual = people.filter(option => option.defaultChecked).map(option => option.value);
  const meant = rows.map((one, at) => aboutOf(one, at === 0 && quote ? quote : textOf(one)) ?? usual);
  for (const option of same ? [] : people) {
    option.checked = meant.every(some => some.includes(option.value));
  }
  // Whose own words they are is by whom; of several people's words, and of words in doubt, nobody is ticked, so that somebody says by whom.
  const writers = new Set(rows.map(one => one?.dataset.by ?? ""));
  const inDoubt = rows.some(one => one?.querySelector("[data-doubt]"));
  for (const option of inDoubt || writers.size > 1 || !writers.has("") ? form.querySelectorAll("input[name='Form.By']") : []) {
    option.checked = !inDoubt && writers.size === 1 && writers.has(option.value);
  }
  doubt(rows);
  askWhose(shown, "unsaid" in (row?.dataset ?? {}));
  choice.reset();
  dialog.showModal();
  form.querySelector("input[name='Form.Cells']")?.focus();
}

// What the file itself doubts about who wrote it: the warnings of all that is cited are repeated beside the question, each once, and the answer is in sight.
function doubt(rows) {
  const box = form.querySelector("[data-doubts]");
  const told = new Map(rows.flatMap(row => [...(row?.querySelectorAll("[data-doubt]") ?? [])]).map(reason => [reason.textContent, reason]));
  const reasons = [...told.values()].map(reason => reason.cloneNode(true));
  box.querySelectorAll("[data-doubt]").forEach(reason => reason.remove());
  box.append(...reasons);
  box.hidden = reasons.length === 0;
  const answer = field("Words").closest("details");
  if (answer && reasons.length > 0) {
    answer.open = true;
  }
}

// In a statement: whether the marked words read as if they repeated another's, and who is named there. The teller stays chosen, the named person stands first.
const letters = { ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i", æ: "ae", œ: "oe" }; // Letters that no decomposition takes apart.
const folded = text => text.normalize("NFKD").replace(/[\p{Mn}\p{Me}\p{Cf}'’ʼ]/gu, "").toLowerCase().replace(/[ßøłđıæœ]/gu, letter => letters[letter]).split(/[^\p{L}\p{N}\p{Mc}]+/u).filter(Boolean);
// Scripts without spaces: what is wanted stands somewhere in the run of letters.
const running = /[\u0E00-\u0EFF\u1000-\u11FF\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/u;
const isIn = (word, wanted) => word === wanted || (word !== undefined && running.test(wanted) && word.includes(wanted));
const places = (words, wanted) => words.flatMap((_, at) => wanted.every((word, i) => isIn(words[at + i], word)) ? [at] : []);

// How each word is written: 2 as a name, 1 where its place explains the capital, 0 as a word. Where a script has no capitals, nothing tells the two apart.
const ends = /[.!?…:;\n\r"“”«»‹›„‘([{\-–—•*。！？؟۔।]/u;
function written(text) {
  const plain = /\p{Ll}/u.test(text);
  const found = [];
  let begins = true;
  for (const [piece] of text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}'’ʼ]+|[^\p{L}\p{N}\p{M}\p{Cf}'’ʼ]+/gu)) {
    const words = folded(piece);
    if (words.length === 0) {
      begins ||= ends.test(piece);
      continue;
    }
    const first = piece.match(/\p{L}/u)?.[0] ?? "";
    const how = /\p{Ll}/u.test(first) ? 0 : !/[\p{Lu}\p{Lt}]/u.test(first) || (plain && !begins) ? 2 : 1;
    found.push(...words.map(word => ({ word, how })));
    begins = false;
  }
  return found;
}

// About whom a passage is: the survivors whom its words name, else what its row says, where nobody or several could be meant too; null where nothing tells.
// By a single word, which may be no name, nobody takes the place of the one whom the row says.
function aboutOf(row, cited) {
  const text = written(cited);
  const words = text.map(one => one.word);
  const named = JSON.parse(form.querySelector("[data-named]")?.dataset.named ?? "[]").map(person => ({
    id: person.id,
    how: person.whole.some(name => places(words, name).length > 0) ? 3 : Math.max(0, ...text.filter(one => person.words.some(name => isIn(one.word, name))).map(one => one.how)),
  })).filter(person => person.how > 0);
  const meant = row?.dataset.about?.split(" ").filter(Boolean) ?? null;
  const sure = named.filter(person => person.how > 1).map(person => person.id);
  return named.length === 0 ? meant
    : named.some(person => person.how === 3) ? sure
    : meant === null ? named.map(person => person.id)
    : meant.length === 0 ? sure
    : named.every(person => meant.includes(person.id)) ? meant : [];
}

// Of a comment it is nobody's word until somebody says so.
function askWhose(cited, unsaid) {
  const box = form.querySelector("[data-hearsay]");
  if (!box) {
    return;
  }
  const { teller, phrases, verbs, own, joining, between, people } = JSON.parse(box.dataset.hearsay);
  const words = folded(cited);
  const said = verbs.flatMap(folded);
  const named = people.flatMap(person => person.names.flatMap(name => places(words, folded(name)).map(at => ({ id: person.id, at, long: name.length }))))
    .sort((a, b) => a.at - b.at || b.long - a.long);
  // What the speaker says of themselves repeats nobody: "I have never told her".
  const isOwn = at => own.includes(`${words.slice(0, at).findLast(word => !joining.includes(word))} ${words[at]}`);
  const reports = phrases.some(phrase => places(words, folded(phrase)).some(at => !isOwn(at)));
  const beside = named.find(found => words.some((word, at) => said.some(verb => isIn(word, verb)) && !isOwn(at) && Math.abs(at - found.at) <= between + 1));
  box.querySelector("[data-ask]").hidden = !reports && !beside;
  const select = box.querySelector("select");
  const first = reports ? named[0]?.id : beside?.id;
  for (const id of [teller, first].filter(Boolean)) {
    select.prepend(select.querySelector(`option[value="${id}"]`));
  }
  select.value = teller;
  if (unsaid) {
    box.querySelector("[data-ask]").hidden = true;
    select.value = "";
  }
}

if (dialog && form) {
  for (const svg of document.querySelectorAll("svg[data-drag]")) {
    // A box dragged over a picture, a page without words, or with the shift key over any page, cites that part of it.
    drag(svg, box => open({ record: svg.closest("[data-record]").dataset.record, quote: "", box }));
    follow(form, svg);
  }
  document.documentElement.classList.add("script");
  document.addEventListener("keydown", press => {
    if (isCommand(press)) {
      return;
    }
    if (dialog.open) {
      choice.press(press);
    } else if (press.key === "c" || press.key === "s") {
      const again = press.key === "s" ? document.querySelector("[data-same]") : null;
      const whole = again?.dataset.cite ?? (press.key === "c" ? document.querySelector("a.button[data-cite]")?.dataset.cite ?? only() : null);
      const passage = press.key === "s" && !again ? null : selected() ?? ticked() ?? (whole ? { record: whole, quote: "" } : null);
      if (passage) {
        press.preventDefault();
        open({ ...passage, same: again ? JSON.parse(again.dataset.same) : null });
      }
    } else if (press.key === "j" || press.key === "k") {
      step(press.key === "j" ? 1 : -1);
    } else if (press.key === "d") {
      const mark = document.querySelector("#marks input[type=checkbox]");
      if (mark) {
        press.preventDefault();
        mark.focus();
      }
    }
  });
  document.getElementById("cite-together")?.addEventListener("submit", submit => {
    const passages = ticked();
    if (passages) {
      submit.preventDefault();
      open(passages);
    }
  });
  document.addEventListener("click", click => {
    const link = elementOf(click.target)?.closest("a[data-cite]");
    if (link && !click.ctrlKey && !click.metaKey && !click.shiftKey) {
      click.preventDefault();
      open({ record: link.dataset.cite || link.closest("[data-record]").dataset.record, quote: "", same: link.dataset.same ? JSON.parse(link.dataset.same) : null });
    } else if (elementOf(click.target)?.closest("[data-close]")) {
      dialog.close();
    }
  });
}
