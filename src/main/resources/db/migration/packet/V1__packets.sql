-- One packet for each meeting and audience: being bound, or bound. One that is out of date makes room for the next.
create table packet_packet (
    id             uuid primary key,
    meeting_id     uuid not null,
    audience       text not null check (audience in ('PUBLIC', 'MEMBER', 'NON_PUBLIC')),
    fingerprint    text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    state          text not null check (state in ('WAITING', 'CONVERTING', 'BINDING', 'BOUND', 'FAILED')),
    ordered_at     timestamptz not null,
    attempts       integer not null default 0 check (attempts >= 0),
    done           integer not null default 0 check (done >= 0),
    total          integer not null default 0 check (total >= 0),
    claimed_by     uuid,
    claimed_until  timestamptz,
    hash           text,
    size           bigint check (size > 0),
    pages          integer check (pages > 0),
    mark_at        bigint check (mark_at > 0),
    problems       text[] not null default '{}',
    bound_at       timestamptz,
    unique (meeting_id, audience),
    check ((state = 'BOUND') = (hash is not null and size is not null and pages is not null and mark_at is not null
        and bound_at is not null))
);
create index packet_open on packet_packet (ordered_at) where state in ('WAITING', 'CONVERTING', 'BINDING');

-- Contents of packets that are gone; they are deleted in their turn, also after a crash.
create table packet_discarded (
    hash  text primary key
);
