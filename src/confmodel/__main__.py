"""`python -m confmodel`: the command line."""

from confmodel.cli import main

if __name__ == "__main__":
    main(prog_name="confmodel")
