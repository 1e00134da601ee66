-- The audit log. Nothing in these tables is ever changed or taken away (docs/audit-log.md).

-- One row for each change of legal relevance, written in the transaction of the change.
create table audit_entry (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    actor       text not null check (actor <> ''),
    type        text not null check (type <> ''),
    subject     text not null check (subject <> ''),
    line        text not null check (line <> ''),
    -- Which transaction wrote it: whoever has seen all transactions below some number has seen all their entries.
    written_by  xid8 not null default pg_current_xact_id(),
    -- One line each, so that the hashed form can be read in one way only.
    check (position(E'\n' in actor || type || subject || line) = 0)
);
create index audit_entry_written_by on audit_entry (written_by);
create index audit_entry_subject on audit_entry (subject text_pattern_ops, id);
create index audit_entry_actor on audit_entry (actor, id);
create index audit_entry_type on audit_entry (type, id);
create index audit_entry_at on audit_entry using brin (at);

-- The entries in the order of the Merkle tree. No foreign key: its check would write to the entry's row, which nothing may.
create table audit_leaf (
    leaf_index  bigint primary key check (leaf_index >= 0),
    entry_id    bigint not null unique,
    hash        bytea not null check (octet_length(hash) = 32)
);

-- Full subtrees of two leaves and more: level 1 joins two leaves, level 2 two of level 1, and so on.
create table audit_node (
    level     smallint not null check (level between 1 and 62),
    position  bigint not null check (position >= 0),
    hash      bytea not null check (octet_length(hash) = 32),
    primary key (level, position)
);

-- Signed heads. The note holds all there is to know; the columns beside it are for looking up.
create table audit_head (
    tree_size  bigint primary key check (tree_size > 0),
    root       bytea not null check (octet_length(root) = 32),
    at         timestamptz not null,
    note       text not null check (note <> '')
);

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

do $$
declare
    log_table text;
begin
    foreach log_table in array array['audit_entry', 'audit_leaf', 'audit_node', 'audit_head'] loop
        execute format(
            'create trigger append_only before update or delete or truncate on %I '
            'for each statement execute function audit_refuse()', log_table);
        -- also where a replica or a restore switches ordinary triggers off
        execute format('alter table %I enable always trigger append_only', log_table);
        execute format('revoke update, delete, truncate on %I from public, current_user', log_table);
    end loop;
end
$$;
