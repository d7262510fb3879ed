-- Prices become entries of the book. What was there keeps its identity and its age. The key's text
-- is the one of PriceKind: parts joined by '|', with '\' and '|' in them escaped.
INSERT INTO book_entry (id, tenant, kind, match_key, key, value, valid_from, valid_to, known_since,
  source, entered_by)
SELECT id, tenant, 'price',
  concat_ws('|',
    replace(replace(model, '\', '\\'), '|', '\|'), 'ALIAS', meter,
    replace(replace(coalesce(provider, ''), '\', '\\'), '|', '\|'), '', '',
    replace(replace(price_class, '\', '\\'), '|', '\|')),
  jsonb_strip_nulls(jsonb_build_object(
    'provider', provider,
    'model', jsonb_build_object('kind', 'ALIAS', 'text', model),
    'meter', meter,
    'priceClass', (
      SELECT coalesce(
        jsonb_object_agg(split_part(entry, '=', 1), substr(entry, strpos(entry, '=') + 1)), '{}')
      FROM unnest(string_to_array(nullif(price_class, ''), ';')) AS entry))),
  jsonb_build_object(
    'rate', jsonb_build_object('type', 'flat', 'price', rate),
    'unit', jsonb_build_object('per', per, 'unit',
      CASE WHEN meter LIKE '%tokens' THEN 'token' WHEN meter = 'images' THEN 'image' ELSE meter END),
    'currency', currency),
  valid_from, valid_to, known_since, source, entered_by
FROM price;

INSERT INTO book_clock (tenant, last_at)
SELECT tenant, max(known_since) FROM price GROUP BY tenant
ON CONFLICT (tenant) DO UPDATE SET last_at = greatest(book_clock.last_at, excluded.last_at);

DROP TABLE price;
