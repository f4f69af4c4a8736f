import type { components } from '../../api/schema.d.ts';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import styles from './flags.module.css';

type Event = components['schemas']['FlagEventView'];

/** What happened to it, newest first; the same event for several tools is one line. */
export function FlagHistory({ history }: { readonly history: readonly Event[] }) {
  const lines = new Map<string, { readonly event: Event; readonly tools: string[] }>();
  for (const event of history) {
    const key = `${event.at}${event.sentence}${event.actor}`;
    const line = lines.get(key) ?? { event, tools: [] };
    if (event.toolName) line.tools.push(event.toolName);
    lines.set(key, line);
  }
  return (
    <Panel title="History" measure="newest first">
      <ol className={styles.history}>
        {[...lines]
          .sort(([, a], [, b]) => b.event.at.localeCompare(a.event.at))
          .map(([key, { event, tools }]) => (
            <li key={key}>
              <Moment at={event.at} precise />
              <span>
                {event.sentence}{' '}
                <span className="muted">
                  {[event.actor ?? 'by the product', tools.join(', ')].filter(Boolean).join(' · ')}
                </span>
              </span>
            </li>
          ))}
      </ol>
    </Panel>
  );
}
