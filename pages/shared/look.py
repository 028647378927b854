"""Look: the style sheet of the pages, in the colours of the theme."""

from s400data.charts.themes import SERIF, Theme

STYLE = """
<style>
:root {{
  --desk-paper: {paper}; --desk-band: {band}; --desk-ink: {ink}; --desk-muted: {muted}; --desk-rule: {rule};
  --desk-accent: {accent}; --desk-mark: {highlight}; --desk-for: {supports}; --desk-against: {opposes};
  --desk-neutral: {neutral}; --desk-undecided: {undecided}; --desk-serif: {serif};
}}
[data-testid="stMainBlockContainer"] {{ max-width: 1440px; padding-left: 2.5rem; padding-right: 2.5rem; }}
.st-key-masthead {{ border-bottom: 1px solid var(--desk-ink); padding-bottom: .35rem; }}
.st-key-masthead a {{ text-decoration: none; }}
.desk-brand {{
  font-family: var(--desk-serif); font-weight: 600; font-size: 1.15rem; margin-right: 1.2rem; white-space: nowrap;
}}
h1.desk-title, h2.desk-drawer-title {{ font-family: var(--desk-serif); font-weight: 600; padding: 0; }}
h1.desk-title {{ font-size: 2rem; line-height: 1.15; margin: .2rem 0 0; letter-spacing: -.01em; }}
.desk-lead {{ color: var(--desk-muted); margin: .25rem 0 0; max-width: 60rem; }}
.desk-eyebrow {{ font-size: .8rem; color: var(--desk-muted); line-height: 1.4; }}
.desk-eyebrow b {{ color: var(--desk-ink); font-weight: 600; }}
.desk-words {{ font-family: var(--desk-serif); font-size: 1.03rem; line-height: 1.5; margin: .3rem 0 .35rem; }}
.desk-words mark {{ background: var(--desk-mark); color: inherit; padding: 0 .1em; border-radius: 2px; }}
.desk-note {{ font-size: .82rem; color: var(--desk-muted); line-height: 1.45; }}
.desk-empty {{ border: 1px dashed var(--desk-rule); padding: 1.6rem 1.4rem; border-radius: 4px; max-width: 46rem; }}
.desk-empty b {{ font-family: var(--desk-serif); font-size: 1.1rem; font-weight: 600; }}
.st-key-numbers {{ border: solid var(--desk-rule); border-width: 1px 0; padding: .9rem 0; }}
[data-testid="stPageLink-NavLink"] {{ height: auto; min-height: 0; }}
.st-key-latest [data-testid="stElementContainer"], .st-key-latest [data-testid="stHorizontalBlock"],
[class*="st-key-doubt-"] [data-testid="stElementContainer"],
.st-key-numbers [data-testid="stElementContainer"] {{ margin: 0; }}
[data-testid="stPageLink-NavLink"] p {{
  white-space: normal; overflow: visible; text-align: left; line-height: 1.4;
}}
.st-key-numbers a p {{ color: var(--desk-accent); }}
.st-key-numbers [data-testid="stPageLink-NavLink"], .st-key-latest [data-testid="stPageLink-NavLink"],
[class*="st-key-doubt-"] [data-testid="stPageLink-NavLink"] {{ padding-left: 0; padding-right: 0; margin: 0; }}
.desk-number {{ font-family: var(--desk-serif); font-size: 2.1rem; font-weight: 600; line-height: 1.2; }}
.desk-when {{
  display: block; line-height: 1.5; color: var(--desk-muted); font-size: .9rem; font-variant-numeric: tabular-nums;
}}
.desk-key {{ margin-right: .9rem; white-space: nowrap; }}
.desk-key i {{
  display: inline-block; width: .75em; height: .75em; margin-right: .35em; border-radius: 1px;
  box-shadow: inset 0 0 0 1px var(--desk-muted);
}}
[class*="st-key-evidence-"] [data-testid="stPageLink-NavLink"] {{ padding-left: 0; margin-left: 0; }}
[data-testid="stElementContainer"]:is([class*="-width"], [class*="-keys"]) {{ position: absolute; }}
.st-key-drawer {{
  position: fixed; top: 0; right: 0; bottom: 0; width: min(26rem, 92vw); z-index: 99; overflow-y: auto;
  padding: 1rem 1.4rem 2rem; background: var(--desk-paper); border-left: 1px solid var(--desk-rule);
  box-shadow: -8px 0 28px rgb(0 0 0 / 12%);
}}
.stApp:has(.st-key-drawer) :is(.st-key-timeline-figure, [class*="st-key-timeline-strip"]) {{
  max-width: max(calc(100vw - min(26rem, 92vw) - 4rem), 18rem); overflow-x: auto;
}}
h2.desk-drawer-title {{ font-size: 1.3rem; line-height: 1.25; margin: .1rem 0 .2rem; overflow-wrap: anywhere; }}
.desk-differences {{
  font-size: .86rem; margin: .5rem 0 0; padding: .5rem .6rem .5rem 1.5rem; background: var(--desk-band);
}}
</style>
"""


def page_style(theme: Theme) -> str:
    """The style sheet in the colours of `theme`."""
    colours = {name: getattr(theme, name) for name in ("paper", "band", "ink", "muted", "rule", "accent", "highlight")}
    return STYLE.format(**colours, **theme.sides, serif=SERIF)
