// node wtf_wikipedia.mjs CORPUS   (WTF_DIR: where `npm install wtf_wikipedia` was run)
// Times wtf_wikipedia for the facts that it gives, as worker.py times the others: a line in, a line of JSON out.
import { createRequire } from 'node:module'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const require = createRequire(join(process.env.WTF_DIR, 'package.json'))
const wtf = require('wtf_wikipedia')
const corpus = process.argv[2]
const pages = readdirSync(corpus).filter((name) => name.endsWith('.json')).sort()
  .map((name) => JSON.parse(readFileSync(join(corpus, name), 'utf8')))

const facts = (page) => {
  const doc = wtf(page.text, { title: page.title })
  const links = doc.links()
  return {
    sections: doc.sections().map((section) => [section.title(), section.depth()]),
    tables: doc.tables().map((table) => table.keyValue()),
    references: doc.references().length,
    links: links.filter((link) => link.type() === 'internal').map((link) => link.page() ?? ''),
    external: links.filter((link) => link.type() === 'external').map((link) => link.site()),
  }
}

const peak = () => process.resourceUsage().maxRSS / 1024
const before = peak()
for await (const _ of createInterface({ input: process.stdin })) {
  const start = process.cpuUsage()
  for (const page of pages) {
    try { facts(page) } catch { /* it fails on some articles */ }
  }
  const { user, system } = process.cpuUsage(start)
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, peak_mib: Math.round(peak() - before) }))
}
