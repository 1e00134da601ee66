-- A member may say that they cannot come without saying why.
alter table attendance_excuse drop constraint attendance_excuse_reason_check;
