// Answers the funding questions in the browser, by the rules the page carries. The server answers the same way without this file.

/** One condition held against what is known: likely, ask, unlikely or unknown. The twin of `FundingRules.Condition.outcome`. */
export function outcome(condition, facts) {
  const value = facts[condition.fact];
  if (value === undefined || value === "") return "unknown";
  if ("from" in condition || "through" in condition || "below" in condition) {
    const fits = value >= (condition.from ?? value) && value <= (condition.through ?? value)
      && (condition.below === undefined || value < condition.below);
    return fits ? "likely" : "unlikely";
  }
  return ["likely", "ask", "unlikely"].find((answer) => condition[answer]?.includes(value)) ?? "unknown";
}

/** One answer a support. The twin of `FundingRules.answers`. */
export function answers(rules, chosen) {
  const facts = { ...chosen, ...rules.facts };
  return rules.supports.map((support) => {
    const outcomes = support.conditions
      .filter((condition) => rules.hasProgram || !condition.fact.startsWith("program."))
      .map((condition) => ({ condition, outcome: outcome(condition, facts) }));
    const verdict = outcomes.some((one) => one.outcome === "unlikely") ? "unlikely"
      : outcomes.some((one) => one.outcome !== "likely") ? "ask" : "likely";
    return { key: support.key, verdict, outcomes };
  });
}

function show(rules, form) {
  const chosen = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
  for (const answer of answers(rules, chosen)) {
    const card = document.querySelector(`.funding-card[data-support="${answer.key}"]`);
    card.dataset.verdict = answer.verdict;
    card.querySelector(".funding-verdict").textContent = rules.verdicts[answer.verdict];
    card.querySelector(".funding-reasons").replaceChildren(...answer.outcomes.map((one) => {
      const item = document.createElement("li");
      item.dataset.condition = one.condition.key;
      item.dataset.outcome = one.outcome;
      item.textContent = one.condition.texts[one.outcome];
      return item;
    }));
  }
}

const form = document.getElementById("funding-form");
if (form) {
  const rules = JSON.parse(document.getElementById("funding-rules").textContent);
  document.documentElement.classList.add("live");
  form.addEventListener("change", () => {
    show(rules, form);
    document.getElementById("funding-status").textContent = rules.updated;
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); show(rules, form); });
  // The back button may bring answers back that the page does not show yet.
  addEventListener("pageshow", () => show(rules, form));
}
