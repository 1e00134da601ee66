-- Mails to members whose answer to a circular resolution is waited for: one of each kind.
create table notification_circular_mail (
    circular_id      uuid not null,
    person_id        uuid not null,
    kind             text not null check (kind in ('BEGAN', 'HALF_TIME', 'LAST_DAY')),
    state            text not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
    attempts         integer not null default 0 check (attempts >= 0),
    next_attempt_at  timestamptz not null,
    taken_until      timestamptz,
    sent_at          timestamptz,
    failure          text,
    primary key (circular_id, person_id, kind),
    check ((state = 'SENDING') = (taken_until is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state <> 'FAILED' or failure is not null)
);
create index notification_circular_mail_due on notification_circular_mail (next_attempt_at) where state = 'PENDING';
