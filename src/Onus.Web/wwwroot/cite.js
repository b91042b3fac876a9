// Citing with three keys: c opens the panel for the words that are selected, a letter chooses the cell, Enter sends the form.
// d goes to the disclosure marks of the record in sight. Everything here can be done without this script, with links and forms.
const dialog = document.getElementById("cite");
const form = dialog?.querySelector("form");

const field = name => form.elements.namedItem("Form." + name);
const isTyping = node => node instanceof HTMLElement && (node.isContentEditable || /^(?:textarea|select)$/i.test(node.tagName)
  || (node instanceof HTMLInputElement && !/^(?:radio|checkbox|button|submit)$/.test(node.type)));
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

function open({ record, quote, boxes = "" }) {
  const shown = quote || document.querySelector(`[data-record="${CSS.escape(record)}"] [data-quote]`)?.textContent.trim() || "";
  field("Record").value = record;
  field("Quote").value = quote;
  field("Boxes").value = boxes;
  dialog.querySelector("[data-passage]").textContent = shown.length > 400 ? shown.slice(0, 400) + " …" : shown;
  // A page that the browser kept and shows again must not send the key of a form that has been used.
  if (crypto.randomUUID) {
    form.elements.namedItem("onus-key").value = crypto.randomUUID();
  }
  for (const cell of form.querySelectorAll("input[data-key]")) {
    cell.checked = false;
  }
  dialog.showModal();
  form.querySelector("input[data-key]")?.focus();
}

// A box dragged over a page without words, or with the shift key over any page, cites that part of it.
function drag(svg) {
  let from = null;
  let box = null;
  const at = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const shape = to => [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y)].map(n => Math.max(0, Math.round(n * 100) / 100));
  svg.addEventListener("pointerdown", event => {
    if (event.button === 0 && (event.shiftKey || !svg.querySelector("[data-word]"))) {
      event.preventDefault();
      from = at(event);
      box = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "rect"));
      box.setAttribute("class", "cited-box");
      svg.setPointerCapture(event.pointerId);
    }
  });
  svg.addEventListener("pointermove", event => {
    if (from) {
      const [x, y, width, height] = shape(at(event));
      for (const [name, value] of Object.entries({ x, y, width, height })) {
        box.setAttribute(name, value);
      }
    }
  });
  svg.addEventListener("pointerup", event => {
    if (from) {
      const boxes = shape(at(event));
      from = null;
      if (boxes[2] > 4 && boxes[3] > 4) {
        open({ record: svg.closest("[data-record]").dataset.record, quote: "", boxes: boxes.join(",") });
      } else {
        box.remove();
      }
    }
  });
}

if (dialog && form) {
  document.querySelectorAll("svg[data-drag]").forEach(drag);
  document.documentElement.classList.add("script");
  document.addEventListener("keydown", press => {
    if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || isTyping(press.target)) {
      return;
    }
    if (dialog.open) {
      const cell = [...form.querySelectorAll("input[data-key]")].find(option => option.dataset.key === press.key.toLowerCase());
      if (cell) {
        cell.checked = true;
        cell.focus();
        press.preventDefault();
      } else if (press.key === "Enter" && !(press.target instanceof HTMLButtonElement) && press.target?.tagName !== "SUMMARY") {
        press.preventDefault();
        if (form.querySelector("input[data-key]:checked")) {
          form.requestSubmit();
        }
      }
    } else if (press.key === "c") {
      const whole = document.querySelector("a.button[data-cite]")?.dataset.cite;
      const passage = selected() ?? (whole ? { record: whole, quote: "" } : null);
      if (passage) {
        press.preventDefault();
        open(passage);
      }
    } else if (press.key === "d") {
      const mark = document.querySelector("#marks input[type=checkbox]");
      if (mark) {
        press.preventDefault();
        mark.focus();
      }
    }
  });
  document.addEventListener("click", click => {
    const link = elementOf(click.target)?.closest("a[data-cite]");
    if (link && !click.ctrlKey && !click.metaKey && !click.shiftKey) {
      click.preventDefault();
      open({ record: link.dataset.cite || link.closest("[data-record]").dataset.record, quote: "" });
    } else if (elementOf(click.target)?.closest("[data-close]")) {
      dialog.close();
    }
  });
}
