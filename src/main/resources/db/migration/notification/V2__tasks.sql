-- How people want to be told of what waits for them in their offices, and the mails that tell them.
create table notification_task_choice (
    person_id  uuid primary key,
    digest     boolean not null,
    digest_at  time not null,
    at_once    boolean not null
);

create table notification_task_mail (
    id               uuid primary key,
    person_id        uuid not null,
    kind             text not null check (kind in ('DIGEST', 'AT_ONCE')),
    day              date not null,
    state            text not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
    attempts         integer not null default 0 check (attempts >= 0),
    next_attempt_at  timestamptz not null,
    taken_until      timestamptz,
    sent_at          timestamptz,
    failure          text,
    check ((state = 'SENDING') = (taken_until is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state <> 'FAILED' or failure is not null)
);
-- One mail a day names everything that waits.
create unique index notification_task_mail_digest on notification_task_mail (person_id, day) where kind = 'DIGEST';
create index notification_task_mail_due on notification_task_mail (next_attempt_at) where state = 'PENDING';

-- Of which task somebody was told at once, and in which mail.
create table notification_task_told (
    person_id  uuid not null,
    task       uuid not null,
    mail_id    uuid not null references notification_task_mail (id),
    primary key (person_id, task)
);
create index notification_task_told_mail on notification_task_told (mail_id);
