-- Who spoke while it was decided behind closed doors whether the public is excluded (R11) is not told to the public, even if
-- the item stays public.
alter table floor_request add column behind_doors boolean not null default false;
