/** Named query for a WITH clause: `vendor_group` gives of every vendor (id) the topmost parent (slug, name), itself where it has none. */
export const VENDOR_GROUPS = `
  vendor_group AS (
    WITH RECURSIVE up AS (
      SELECT id, id AS top, parent_vendor_id AS parent FROM vendor
      UNION ALL
      SELECT up.id, v.id, v.parent_vendor_id FROM up JOIN vendor v ON v.id = up.parent)
    SELECT up.id, top.slug, top.name FROM up JOIN vendor top ON top.id = up.top WHERE up.parent IS NULL)`;
