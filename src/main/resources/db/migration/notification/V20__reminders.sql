-- Mails about tasks go by the clock and in the name of the body whose tasks they name, and remind of deadlines.
alter table notification_task_choice add column reminders boolean not null default true;
alter table notification_task_choice alter column reminders drop default;

alter table notification_task_mail add column body_id uuid;
-- Who was to be told at once and was not yet is told anew: nothing may say that they know.
delete from notification_task_told
    where mail_id in (select id from notification_task_mail where kind = 'AT_ONCE' and state = 'PENDING');
-- What was not sent yet is put into the queue anew, for the body that it is about.
update notification_task_mail set state = 'DROPPED', taken_until = null where state in ('PENDING', 'SENDING');
alter table notification_task_mail
    drop constraint notification_task_mail_kind_check,
    add constraint notification_task_mail_kind_check check (kind in ('DIGEST', 'AT_ONCE', 'REMINDER')),
    add constraint notification_task_mail_of_a_body
        check (body_id is not null or state in ('SENT', 'FAILED', 'DROPPED'));
drop index notification_task_mail_digest;
create unique index notification_task_mail_digest on notification_task_mail (person_id, body_id, day) where kind = 'DIGEST';

-- Of which deadline somebody was reminded, the how manieth time, and in which mail.
create table notification_task_reminded (
    person_id  uuid not null,
    task       uuid not null,
    reminder   integer not null check (reminder > 0),
    mail_id    uuid not null references notification_task_mail (id),
    primary key (person_id, task, reminder)
);
create index notification_task_reminded_mail on notification_task_reminded (mail_id);
