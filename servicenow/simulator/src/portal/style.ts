/** The looks of the portal: light and dark, from a phone up. */
export const styleSheet = `
:root { color-scheme: light dark; --ink: #16232e; --soft: #4c5c69; --line: #d5dde3; --paper: #fff; --ground: #f3f6f8;
  --accent: #0b6b57; --on-accent: #fff; --warn: #9a3412; --good: #166534; --chip: #e3ece9; --radius: 8px; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef2; --soft: #a9b8c3; --line: #33424e; --paper: #1a242c; --ground: #10181e;
  --accent: #4fc3a4; --on-accent: #06231b; --warn: #fdba74; --good: #86efac; --chip: #25363a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
a { color: var(--accent); }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 8px; }
header.bar { background: var(--paper); border-bottom: 1px solid var(--line); }
.bar > div { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; max-width: 1080px; margin: auto; padding: 10px 16px; }
.bar strong { font-size: 17px; margin-right: auto; } .bar strong a { color: inherit; text-decoration: none; }
.bar nav { display: flex; flex-wrap: wrap; gap: 4px; }
.bar nav a { padding: 8px 10px; border-radius: var(--radius); color: var(--ink); text-decoration: none; }
.bar nav a:hover { background: var(--chip); } .bar nav a[aria-current] { background: var(--chip); font-weight: 600; }
.count { display: inline-block; min-width: 1.5em; padding: 0 6px; border-radius: 99px; background: var(--accent); color: var(--on-accent); font-size: 13px; text-align: center; }
main { max-width: 1080px; margin: auto; padding: 24px 16px 64px; } main.narrow { max-width: 440px; } main:focus { outline: none; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 16px; } h2 { font-size: 19px; margin: 28px 0 10px; } .card > h2:first-child { margin-top: 0; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 20px; margin: 0 0 16px; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(250px, 100%), 1fr)); gap: 16px; padding: 0; margin: 0; list-style: none; }
.grid .card { margin: 0; height: 100%; } .grid h2, .grid h3 { margin: 0 0 6px; font-size: 17px; }
.columns { display: grid; gap: 16px; } @media (min-width: 800px) { .columns { grid-template-columns: 2fr 1fr; align-items: start; } }
.soft { color: var(--soft); } .small { font-size: 14px; } p { margin: 0 0 10px; } .pre { white-space: pre-wrap; overflow-wrap: anywhere; }
label, legend { display: block; font-weight: 600; margin-bottom: 4px; } .field { margin-bottom: 18px; } fieldset { border: 0; padding: 0; margin: 0 0 18px; } legend { padding: 0; } .intro { margin-bottom: 16px; }
input:not([type=checkbox]):not([type=radio]), select, textarea { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: var(--radius); padding: 10px; }
textarea { min-height: 90px; } .check { display: flex; gap: 10px; align-items: flex-start; padding: 8px 0; font-weight: 400; } .check input { width: 20px; height: 20px; margin: 2px 0 0; flex: none; }
.check small { display: block; color: var(--soft); } .options { max-height: 340px; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius); padding: 4px 12px; }
button, .button { display: inline-block; font: inherit; font-weight: 600; padding: 10px 18px; border-radius: var(--radius); border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; text-decoration: none; min-height: 44px; }
button.plain, .button.plain { background: transparent; color: var(--accent); } button.warn { background: transparent; color: var(--warn); border-color: var(--warn); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
.table { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); }
.scroll { overflow-x: auto; } th, td { text-align: left; padding: 10px 12px; border-bottom: 1px solid var(--line); vertical-align: top; } th { font-size: 14px; color: var(--soft); }
.chip { display: inline-block; padding: 2px 10px; border-radius: 99px; background: var(--chip); font-size: 14px; font-weight: 600; } .chip.bad { color: var(--warn); } .chip.good { color: var(--good); }
.stages { list-style: none; padding: 0; margin: 0; } .stages li { position: relative; padding: 0 0 18px 30px; } .stages li::before { content: ''; position: absolute; left: 4px; top: 5px; width: 14px; height: 14px; border-radius: 50%; border: 3px solid var(--line); background: var(--paper); }
.stages li::after { content: ''; position: absolute; left: 13px; top: 24px; bottom: -4px; width: 2px; background: var(--line); } .stages li:last-child::after { display: none; }
.stages .done::before { border-color: var(--good); background: var(--good); } .stages .now::before { border-color: var(--accent); } .stages .bad::before { border-color: var(--warn); background: var(--warn); }
.stages .asked { list-style: none; padding: 0; margin: 6px 0 0; } .stages .asked li { padding: 0 0 6px; } .stages .asked li::before, .stages .asked li::after { content: none; }
.score { font-size: 40px; font-weight: 700; line-height: 1.1; } meter { width: 100%; min-width: 80px; height: 16px; }
.note { border-left: 4px solid var(--line); padding: 2px 0 2px 14px; margin: 0 0 14px; } .message { border-left: 4px solid var(--accent); } .message.bad { border-color: var(--warn); }
/* Names of Bootstrap that widgets of apps go by. */
.panel { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 20px; max-width: 560px; } .panel-title { margin: 0 0 12px; } .form-control { margin-bottom: 14px; }
.radio label { display: flex; gap: 10px; align-items: center; font-weight: 400; padding: 6px 0; } .radio input { width: 20px; height: 20px; } .btn { margin-right: 8px; } .btn-default { background: transparent; color: var(--accent); } a.btn { display: inline-block; font-weight: 600; padding: 10px 18px; border-radius: var(--radius); border: 1px solid var(--accent); text-decoration: none; } a.btn-primary { background: var(--accent); color: var(--on-accent); } button:disabled { opacity: 0.6; cursor: default; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 6px 18px; margin: 0; } dl.facts dt { color: var(--soft); } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 520px) { dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: 8px; } main { padding-top: 16px; } }
`
