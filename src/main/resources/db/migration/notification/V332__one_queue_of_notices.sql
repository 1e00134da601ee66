-- What waits for people, tasks, circular resolutions or the work of tellers, is told to them from one queue.
create table notification_notice (
    id               uuid primary key default gen_random_uuid(),
    topic            text not null check (topic ~ '^[a-z]+$'),
    kind             text not null check (kind ~ '^[A-Z_]+$'),
    -- the body whose tasks they are; the circular resolution; the set of tellers, the ceremony or the vote
    about            uuid not null,
    person_id        uuid not null,
    -- tells notices of a kind about the same apart, such as the day; empty where there is one only
    occasion         text not null,
    state            text not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
    attempts         integer not null default 0 check (attempts >= 0),
    next_attempt_at  timestamptz not null,
    -- until then whoever took it is at work; later it is unknown whether it went out
    taken_until      timestamptz,
    sent_at          timestamptz,
    failure          text,
    unique (topic, kind, about, person_id, occasion),
    check ((state = 'SENDING') = (taken_until is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state <> 'FAILED' or failure is not null)
);

insert into notification_notice (topic, kind, about, person_id, occasion,
        state, attempts, next_attempt_at, taken_until, sent_at, failure)
    select 'circular', kind, circular_id, person_id, '',
        state, attempts, next_attempt_at, taken_until, sent_at, failure from notification_circular_mail
    union all
    select 'teller', kind, about, person_id, '',
        state, attempts, next_attempt_at, taken_until, sent_at, failure from notification_teller_mail;

-- Mails about tasks were not always of a body: those name none.
insert into notification_notice (id, topic, kind, about, person_id, occasion,
        state, attempts, next_attempt_at, taken_until, sent_at, failure)
    select id, 'task', kind, coalesce(body_id, '00000000-0000-0000-0000-000000000000'), person_id,
        case kind when 'DIGEST' then day::text else id::text end,
        state, attempts, next_attempt_at, taken_until, sent_at, failure from notification_task_mail;
-- Who got the mail of a day that was not yet of a body gets none of a body for that day.
insert into notification_notice (topic, kind, about, person_id, occasion, state, next_attempt_at)
    select 'task', 'DIGEST', body.id, mail.person_id, mail.day::text, 'DROPPED', mail.next_attempt_at
    from notification_task_mail mail cross join organization_body body
    where mail.kind = 'DIGEST' and mail.body_id is null and mail.state = 'SENT' and mail.day >= current_date - 1
    on conflict do nothing;

alter table notification_task_told
    drop constraint notification_task_told_mail_id_fkey,
    add foreign key (mail_id) references notification_notice (id);
alter table notification_task_reminded
    drop constraint notification_task_reminded_mail_id_fkey,
    add foreign key (mail_id) references notification_notice (id);
drop table notification_task_mail, notification_circular_mail, notification_teller_mail;

create index notification_notice_due on notification_notice (topic, next_attempt_at) where state = 'PENDING';
create index notification_notice_taken on notification_notice (taken_until) where state = 'SENDING';
