//! Tests of the engine as a whole. `plan.toml` is a small plan with every shape; `cases/` holds worlds and what must
//! come out of them, in the words of a rule file's own examples.

mod cases;
mod duties;
mod explanations;
mod figures;
pub(crate) mod generator;
mod needs;
mod parts;
mod people;
mod properties;
mod shares;
mod what_if;
mod world;
