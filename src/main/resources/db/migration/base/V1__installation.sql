-- What this database was made for. One row, written at the first start and never changed.
create table base_installation (
    only_row boolean primary key default true check (only_row),
    kind text not null check (kind in ('DEMO', 'EMPTY')),
    made_at timestamptz not null default now()
);
