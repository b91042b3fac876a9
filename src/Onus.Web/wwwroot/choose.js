// Choosing with keys in the form that cites, in the dialog of the viewers and on the page of its own alike: a letter chooses an element, a digit ticks a
// person and takes the tick away again, + and - say for or against, v goes through the facts of the chosen elements, Enter sends. Behind the last letter and
// the last digit a dot begins anew. Nothing is done while somebody types in a field.
export const isTyping = node => node instanceof HTMLElement && (node.isContentEditable || /^(?:textarea|select)$/i.test(node.tagName)
  || (node instanceof HTMLInputElement && !/^(?:radio|checkbox|button|submit)$/.test(node.type)));

export const isCommand = press => press.ctrlKey || press.metaKey || press.altKey || press.isComposing || isTyping(press.target);

export function choosing(form) {
  const nothing = form.querySelector("[data-nothing]");
  let dots = "";

  // The facts of the chosen elements stand first; where none is chosen, none is offered.
  function show() {
    const chosen = new Set([...form.querySelectorAll("input[name='Form.Cells']:checked")].map(option => option.value));
    for (const fact of form.querySelectorAll("[data-fact-of]")) {
      const offered = fact.dataset.factOf.split(" ").some(value => chosen.has(value));
      fact.hidden = !offered;
      if (!offered && fact.querySelector("input").checked) {
        form.querySelector("input[name='Form.Known'][value='']").checked = true;
      }
    }
    if (chosen.size > 0) {
      nothing.hidden = true;
    }
    for (const more of form.querySelectorAll("details[data-more]:has(input:checked)")) {
      more.open = true;
    }
    for (const missing of form.querySelectorAll("[data-missing]")) {
      missing.hidden = true;
    }
  }

  // About whom and by whom, where a chosen element asks: said beside the question before anything is sent.
  function lacks() {
    const asks = new Set([...form.querySelectorAll("input[name='Form.Cells']:checked")].flatMap(option => (option.dataset.asks ?? "").split(" ")));
    const open = [...form.querySelectorAll("[data-whom]")].filter(whom => asks.has(whom.dataset.whom) && !whom.querySelector("input:checked"));
    for (const whom of open) {
      whom.querySelector("[data-missing]").hidden = false;
    }
    open[0]?.querySelector("input").focus();
    return open.length > 0;
  }

  function nextFact() {
    const facts = [...form.querySelectorAll("input[name='Form.Known']")].filter(option => !option.closest("label").hidden);
    const next = facts[(facts.findIndex(option => option.checked) + 1) % facts.length];
    next.checked = true;
    next.focus();
  }

  function choose(option) {
    option.checked = option.type === "radio" || !option.checked;
    show();
    option.focus();
  }

  function send() {
    if (form.querySelector("input[name='Form.Cells']:checked")) {
      form.requestSubmit();
    } else {
      nothing.hidden = false;
    }
  }

  form.addEventListener("change", show);
  form.addEventListener("submit", submit => {
    if (lacks()) {
      submit.preventDefault();
    }
  });

  return {
    // The form begins anew: what was half typed, and what was said of the choice before, is gone.
    reset() {
      dots = "";
      nothing.hidden = true;
      show();
    },
    press(press) {
      const key = press.key.toLowerCase();
      const option = [...form.querySelectorAll("input[data-key]")].find(option => option.dataset.key === dots + key);
      if (key === ".") {
        dots += ".";
      } else if (option) {
        dots = "";
        choose(option);
      } else if (key === "v" && form.querySelector("[data-fact-of]")) {
        dots = "";
        nextFact();
      } else if (press.key === "Enter" && !press.target.closest("a, button, summary")) {
        dots = "";
        send();
      } else {
        // A dot belongs to the key behind it, and to none later. Shift alone is no key.
        dots = press.key.length > 1 ? dots : "";
        return;
      }
      press.preventDefault();
    },
  };
}
