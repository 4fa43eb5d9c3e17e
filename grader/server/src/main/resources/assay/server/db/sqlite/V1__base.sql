-- Instants are milliseconds since 1970 in UTC, points are millionths: both exact, and the same in every database.

create table installation (
    name text primary key,
    value blob not null
);

create table people (
    id text primary key,
    name text not null,
    email text not null,
    admin_since bigint
);

create table courses (
    id text primary key,
    title text not null,
    created_at bigint not null
);

create table members (
    course text not null references courses (id),
    person text not null references people (id),
    role text not null,
    since bigint not null,
    primary key (course, person)
);
create index members_person on members (person);

create table assignments (
    course text not null references courses (id),
    id text not null,
    version bigint not null,
    title text not null,
    deadline bigint not null,
    digest text not null,
    yaml blob not null,
    published_at bigint not null,
    published_by text not null references people (id),
    primary key (course, id, version)
);

create table rules (
    course text not null references courses (id),
    assignment text not null,
    version bigint not null,
    attempts bigint,
    cool_down bigint not null,
    counting text not null,
    release_at bigint,
    needs text not null,
    set_at bigint not null,
    set_by text not null references people (id),
    primary key (course, assignment, version)
);

create table blobs (
    digest text primary key,
    content blob not null
);

create table submissions (
    id text primary key,
    course text not null references courses (id),
    assignment text not null,
    person text not null references people (id),
    submitted_at bigint not null,
    handed_in_by text not null references people (id),
    file_name text not null,
    digest text not null references blobs (digest),
    rules_version bigint not null
);
create index submissions_person on submissions (course, assignment, person, submitted_at);
create index submissions_of_person on submissions (person, submitted_at);

create table idempotency (
    person text not null references people (id),
    request_key text not null,
    request_digest text not null,
    submission text not null references submissions (id),
    primary key (person, request_key)
);

create table gradings (
    id text primary key,
    submission text not null references submissions (id),
    course text not null,
    assignment text not null,
    assignment_version bigint not null,
    person text not null,
    state text not null,
    reason text not null,
    cause text not null,
    batch text not null,
    applied_at bigint,
    urgency text not null,
    base_tag bigint not null,
    tries bigint not null,
    worker text not null,
    queued_at bigint not null,
    started_at bigint,
    ended_at bigint,
    cases_done bigint not null,
    cases_total bigint not null,
    verdict text,
    raw bigint,
    penalty bigint,
    total bigint,
    maximum bigint,
    days_late bigint
);
create index gradings_submission on gradings (submission, queued_at);
create index gradings_assignment on gradings (course, assignment, person);
create index gradings_batch on gradings (batch);
create index gradings_waiting on gradings (state, course, person, base_tag);

create table records (
    grading text primary key references gradings (id),
    json blob not null
);

create table grades (
    course text not null references courses (id),
    assignment text not null,
    person text not null references people (id),
    grading text references gradings (id),
    points bigint,
    maximum bigint not null,
    verdict text,
    days_late bigint not null,
    overridden_by text,
    version bigint not null,
    changed_at bigint not null,
    primary key (course, assignment, person)
);

create table overrides (
    id text primary key,
    course text not null,
    assignment text not null,
    person text not null references people (id),
    points bigint,
    reason text not null,
    set_by text not null references people (id),
    set_at bigint not null
);
create index overrides_person on overrides (course, assignment, person, set_at);

create table extensions (
    id text primary key,
    course text not null,
    assignment text not null,
    person text not null references people (id),
    until bigint,
    by_seconds bigint,
    reason text not null,
    set_by text not null references people (id),
    set_at bigint not null
);
create index extensions_person on extensions (course, assignment, person, set_at);

create table deliveries (
    id text primary key,
    course text not null,
    kind text not null,
    target text not null,
    subject text not null,
    body blob not null,
    state text not null,
    tries bigint not null,
    next_at bigint,
    last_answer text not null,
    created_at bigint not null,
    ended_at bigint
);
create index deliveries_due on deliveries (state, next_at);
create index deliveries_course on deliveries (course, created_at);

create table audit (
    id text primary key,
    at bigint not null,
    actor text not null,
    action text not null,
    course text not null,
    subject text not null,
    detail text not null
);
create index audit_subject on audit (course, at);

create table tokens (
    id text primary key,
    hash text not null unique,
    person text not null references people (id),
    scope text not null,
    course text not null,
    name text not null,
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
);

create table sessions (
    hash text primary key,
    person text not null references people (id),
    created_at bigint not null,
    expires_at bigint not null
);

create table sign_in_links (
    hash text primary key,
    person text not null references people (id),
    expires_at bigint not null,
    used_at bigint
);

create table workers (
    id text primary key,
    host text not null,
    capabilities text not null,
    threads bigint not null,
    started_at bigint not null,
    seen_at bigint not null,
    note text not null
);

-- The fair queue's clock: the largest tag of any grading that has been started.
create table queue_clock (
    id bigint primary key,
    tag bigint not null
);
insert into queue_clock (id, tag) values (1, 0);

-- db-scheduler's own table, as its documentation gives it.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data blob,
    execution_time timestamp,
    picked boolean not null,
    picked_by text,
    last_success timestamp,
    last_failure timestamp,
    consecutive_failures integer,
    last_heartbeat timestamp,
    version bigint not null,
    priority integer,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
