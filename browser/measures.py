"""Things measured on a page that no library checks for us."""

from axe_playwright_python.sync_playwright import Axe

MINIMUM_TARGET = 44

# Whole targets: links, buttons, fields. A box or radio button counts together with its label. A link within a sentence is
# exempt (WCAG 2.5.8), and so is what is hidden until it gets the focus.
TARGETS = """
minimum => {
  const small = [];
  const shown = e => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const inSentence = link => {
    if (getComputedStyle(link).display !== 'inline') return false;
    let block = link.parentElement;
    while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
    return block && block.textContent.trim().length > link.textContent.trim().length;
  };
  for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=option]')) {
    if (!shown(e) || e.disabled) continue;
    let box = e.getBoundingClientRect();
    const label = ['checkbox', 'radio'].includes(e.type) ? e.labels[0] : null;
    if (label) {
      const other = label.getBoundingClientRect();
      box = { top: Math.min(box.top, other.top), bottom: Math.max(box.bottom, other.bottom),
              left: Math.min(box.left, other.left), right: Math.max(box.right, other.right) };
    }
    const height = box.bottom - box.top, width = box.right - box.left;
    if (width <= 1 || height <= 1 || box.right <= 0 || box.bottom + scrollY <= 0) continue;
    if (height >= minimum - 0.5 || (e.tagName === 'A' && inSentence(e))) continue;
    small.push(`${Math.round(width)} x ${Math.round(height)} px: ${e.outerHTML.replace(/\\s+/g, ' ').slice(0, 140)}`);
  }
  return small;
}
"""

# The outermost things that reach past the right edge, unless they scroll in a box of their own.
OVERFLOW = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement)
    if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX)) return true; return false; };
  const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 0.5 && !scrolls(e));
  return [`${document.documentElement.scrollWidth} px wide in ${width} px`,
          ...wide.slice(0, 5).map(e => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 120))];
}
"""

# Whether a person can see where the focus is: an outline, or a shadow drawn as a ring.
FOCUS_RING = """
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const rings = n => { const s = getComputedStyle(n);
    return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none'; };
  const seen = rings(e) || (e.parentElement && rings(e.parentElement) && e.parentElement.matches(':focus-within'));
  return { seen, name: e.outerHTML.replace(/\\s+/g, ' ').slice(0, 120) };
}
"""

_axe = Axe()
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}


def axe_violations(page) -> list[str]:
    found = []
    for violation in _axe.run(page, options=AXE_OPTIONS).response["violations"]:
        for node in violation["nodes"][:3]:
            summary = node.get("failureSummary", "").replace("\n", " ")[:200]
            found.append(f"{violation['id']}: {node['html'][:160]} -- {summary}")
    return found


def small_targets(page) -> list[str]:
    return page.evaluate(TARGETS, MINIMUM_TARGET)


def overflow(page) -> list[str]:
    return page.evaluate(OVERFLOW)


def focus(page) -> dict | None:
    return page.evaluate(FOCUS_RING)
