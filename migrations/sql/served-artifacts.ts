const DEFINER = 'SECURITY DEFINER SET search_path = public, pg_temp';

/** Which artifact served over which part of an assignment: written by the database itself, whoever writes the rest. */
export const SERVED_ARTIFACTS = [
  `CREATE TABLE served_artifact (
    assignment_id uuid NOT NULL CONSTRAINT served_artifact_assignment_fk REFERENCES assignment (id) ON DELETE CASCADE,
    valid_from timestamptz NOT NULL,
    release_key text NOT NULL,
    quantisation text,
    -- NULL: nobody had stated it by then.
    weights_digest text,
    CONSTRAINT served_artifact_pk PRIMARY KEY (assignment_id, valid_from)
  )`,
  `CREATE FUNCTION served_artifact_begins() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
  BEGIN
    INSERT INTO served_artifact (assignment_id, valid_from, release_key, quantisation, weights_digest)
    SELECT NEW.id, NEW.valid_from, r.key, m.quantisation, m.weights_digest
    FROM model m JOIN release r ON r.id = m.release_id WHERE m.id = NEW.model_id;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER served_artifact_begun AFTER INSERT ON assignment
    FOR EACH ROW EXECUTE FUNCTION served_artifact_begins()`,
  // Of two changes at one instant the second is what serves.
  `CREATE FUNCTION served_artifact_changes() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
  BEGIN
    INSERT INTO served_artifact (assignment_id, valid_from, release_key, quantisation, weights_digest)
    SELECT a.id, greatest(NEW.updated_at, (SELECT max(s.valid_from) FROM served_artifact s WHERE s.assignment_id = a.id)),
      r.key, NEW.quantisation, NEW.weights_digest
    FROM assignment a, release r WHERE a.model_id = NEW.id AND a.valid_to IS NULL AND r.id = NEW.release_id
    ON CONFLICT ON CONSTRAINT served_artifact_pk DO UPDATE SET release_key = excluded.release_key,
      quantisation = excluded.quantisation, weights_digest = excluded.weights_digest;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER served_artifact_changed AFTER UPDATE ON model FOR EACH ROW
    WHEN ((OLD.release_id, OLD.quantisation, OLD.weights_digest) IS DISTINCT FROM (NEW.release_id, NEW.quantisation, NEW.weights_digest))
    EXECUTE FUNCTION served_artifact_changes()`,
];

/** The field of a model as the audit trail knows it for a moment; without a change in the trail it is what it always was. */
const fieldAt = (field: string, column: string): string => `coalesce(
  (SELECT jsonb_build_array(e.change -> 'after') FROM change e
   WHERE e.model_id = p.model_id AND e.field = '${field}' AND e.at <= p.moment ORDER BY e.position DESC LIMIT 1),
  (SELECT jsonb_build_array(e.change -> 'before') FROM change e
   WHERE e.model_id = p.model_id AND e.field = '${field}' AND e.at > p.moment ORDER BY e.position LIMIT 1),
  jsonb_build_array(m.${column})) ->> 0`;

/** Fills the past from the trail, which holds every change of a model with what it was before. */
export const BACKFILL = `
  WITH change AS (
    SELECT e.position, e.at, e.subject_id::uuid AS model_id, c.key AS field, c.value AS change
    FROM audit_event e, jsonb_each(e.body::jsonb -> 'changes') c
    WHERE e.kind = 'model.changed' AND e.subject_type = 'model' AND c.key IN ('weightsDigest', 'quantisation')
  ), period AS (
    SELECT a.id, a.model_id, a.valid_from AS moment FROM assignment a
    UNION
    SELECT a.id, a.model_id, e.at FROM assignment a JOIN change e ON e.model_id = a.model_id
      AND e.at > a.valid_from AND (a.valid_to IS NULL OR e.at < a.valid_to)
  )
  INSERT INTO served_artifact (assignment_id, valid_from, release_key, quantisation, weights_digest)
  SELECT p.id, p.moment, r.key, ${fieldAt('quantisation', 'quantisation')}, ${fieldAt('weightsDigest', 'weights_digest')}
  FROM period p JOIN model m ON m.id = p.model_id JOIN release r ON r.id = m.release_id`;
