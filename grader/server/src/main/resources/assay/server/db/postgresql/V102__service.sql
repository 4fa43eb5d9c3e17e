-- A version of an assignment is graded beside what counts; a person then decides.
create table regrades (
    id text primary key,
    course text not null references courses (id),
    assignment text not null,
    version bigint not null,
    state text not null,
    reason text not null,
    asked_by text not null references people (id),
    asked_at bigint not null,
    decided_by text references people (id),
    decided_at bigint
);
create index regrades_assignment on regrades (course, assignment, asked_at);

-- Who works together on an assignment.
create table teams (
    course text not null references courses (id),
    assignment text not null,
    person text not null references people (id),
    team text not null,
    set_by text not null references people (id),
    set_at bigint not null,
    primary key (course, assignment, person)
);
create index teams_team on teams (course, assignment, team);

-- Whose a submission is besides the one in whose name it is kept: the others of the team as it was then.
create table shared_submissions (
    submission text not null references submissions (id),
    person text not null references people (id),
    primary key (submission, person)
);
create index shared_submissions_person on shared_submissions (person);

-- Submissions whose hidden cases a student has asked to see before all are released.
create table reveals (
    submission text primary key references submissions (id),
    person text not null references people (id),
    revealed_at bigint not null
);

alter table rules add column team_size bigint not null default 1;
alter table rules add column reveals bigint;

-- When it came, where that is another time than the one that counts.
alter table submissions add column received_at bigint;

-- Whether its times count, and where what it tells of is fetched, with which leave.
alter table webhook_sources add column trusted bigint not null default 0;
alter table webhook_sources add column fetch_address text not null default '';
alter table webhook_sources add column fetch_token bytea;

-- What another system calls our assignments and people.
create table webhook_names (
    source text not null references webhook_sources (id),
    name text not null,
    assignment text not null,
    person text not null,
    primary key (source, name)
);

-- Releases of results that have been announced.
create table announced_releases (
    course text not null references courses (id),
    assignment text not null,
    release_at bigint not null,
    primary key (course, assignment, release_at)
);

-- Where a link has no column for grades, we make one.
alter table lti_links add column item_tries bigint not null default 0;
alter table lti_links add column item_next_at bigint;
alter table lti_links add column item_answer text not null default '';

create index gradings_tags on gradings (state, course, urgency, base_tag);
