//! Tests of the engine as a whole. `plan.toml` is a small plan with every shape; `cases/` holds worlds and what must
//! come out of them, in the words of a rule file's own examples.

mod borders;
mod cases;
mod changes;
mod differential;
mod duties;
mod explanations;
mod figures;
mod forecasts;
pub(crate) mod generator;
mod hamlets;
mod needs;
mod parts;
mod people;
mod properties;
mod roll_ups;
mod shares;
mod surveys;
mod ticks;
mod try_outs;
mod what_if;
pub(crate) mod world;
