"""Training: how the shipped language weights are made and measured. Not part of the installed app."""
