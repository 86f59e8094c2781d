"""The pages of the course site, made of what the repository has: plain data in, texts out."""
