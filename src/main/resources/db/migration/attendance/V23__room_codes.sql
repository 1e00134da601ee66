-- What the codes of a meeting's room are made from, and who typed a wrong one.
create table attendance_room_secret (
    meeting_id  uuid primary key,
    secret      bytea not null check (octet_length(secret) = 32),
    made_at     timestamptz not null
);
create table attendance_code_miss (
    id          bigint generated always as identity primary key,
    meeting_id  uuid not null,
    person_id   uuid not null,
    missed_at   timestamptz not null
);
create index attendance_code_miss_person on attendance_code_miss (meeting_id, person_id, missed_at);
