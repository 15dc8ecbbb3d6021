"""`serve`, and the accounts of those who may correct and add: the record in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import console
from dragoman.cli.entries import RecordFile, record_path


def serve(
    record: RecordFile = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port to listen on.")] = 8000,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            help="A further host name that browsers may use, such as a proxy's; repeatable.",
            show_default=False,
        ),
    ] = None,
    https: Annotated[
        bool,
        typer.Option("--https", help="Browsers reach it by https through a proxy: cookies travel by nothing else."),
    ] = False,
) -> None:
    """Show the record in a browser, and its views as JSON under /api. Reading needs no login on this machine; correcting and adding need an account, and so does listening anywhere else.

    Examples: dragoman serve · dragoman serve --record tokyo.db --port 8080
    """
    from dragoman.web.serve import run
    from dragoman.web.settings import Settings

    settings = Settings(record_path(record), host, tuple(name or ()), None, https)
    run(settings, port, console.out().print)


account = typer.Typer(help="Who may log in to the record in a browser.", no_args_is_help=True)


@account.command("add")
def add(
    name: Annotated[str, typer.Argument(help="The name to log in with.")],
    role: Annotated[str, typer.Option("--role", help="reader, or editor who may correct and add.")] = "reader",
    record: RecordFile = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input instead of asking.")
    ] = False,
) -> None:
    """Make an account, or give one a new password and role.

    Example: dragoman account add kim --role editor
    """
    import sys

    from dragoman.web.accounts import Accounts
    from dragoman.web.settings import Settings

    accounts = Accounts(Settings(record_path(record)).accounts_file)
    accounts.check(name, role)
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    accounts.add(name, role, password)
    console.out().print(f"{name} may log in as {role}; accounts are in {accounts.file}")


@account.command("list")
def listed(record: RecordFile = None) -> None:
    """Show who has an account.

    Example: dragoman account list
    """
    from dragoman.web.accounts import Accounts
    from dragoman.web.settings import Settings

    accounts = Accounts(Settings(record_path(record)).accounts_file)
    for one in accounts.all():
        console.out().print(f"{console.printable(one.name)}  {one.role}")
    if not accounts.all():
        console.out().print("no accounts: make one with `dragoman account add NAME --role editor`")


@account.command("remove")
def remove(name: Annotated[str, typer.Argument(help="The account's name.")], record: RecordFile = None) -> None:
    """Take an account away. What its holder decided stands.

    Example: dragoman account remove kim
    """
    from dragoman.web.accounts import Accounts
    from dragoman.web.settings import Settings

    Accounts(Settings(record_path(record)).accounts_file).remove(name)
    console.out().print(f"{name} may no longer log in")


token = typer.Typer(help="Tokens by which programs write to the record over a running server.", no_args_is_help=True)


@token.command("add")
def make(
    name: Annotated[str, typer.Argument(help="The account that the token acts for.")],
    use: Annotated[str, typer.Option("--for", help="What it is for, in words.")] = "",
    role: Annotated[str, typer.Option("--role", help="reader, or editor who may correct and add.")] = "editor",
    days: Annotated[int, typer.Option("--days", min=1, max=3650, help="How long it lasts.")] = 365,
    record: RecordFile = None,
) -> None:
    """Make a token and print it. It is kept as a digest and cannot be shown again.

    Example: dragoman account token add kim --for "nightly intake"
    """
    from dragoman.web.settings import Settings
    from dragoman.web.tokens import Tokens

    made = Tokens(Settings(record_path(record)).accounts_file).make(name, role, use, days)
    console.out().print(made, soft_wrap=True)


@token.command("list")
def tokens(record: RecordFile = None) -> None:
    """Show which tokens there are, without themselves.

    Example: dragoman account token list
    """
    from dragoman.web.settings import Settings
    from dragoman.web.tokens import Tokens

    held = Tokens(Settings(record_path(record)).accounts_file).all()
    for one in held:
        said = f"  {console.printable(one.use)}" if one.use else ""
        console.out().print(f"{one.id}  {console.printable(one.account)}  {one.role}  {one.made} to {one.until}{said}")
    if not held:
        console.out().print("no tokens: make one with `dragoman account token add NAME`")


@token.command("revoke")
def revoke(
    key: Annotated[str, typer.Argument(metavar="ID", help="The token's id, as the list shows it.")],
    record: RecordFile = None,
) -> None:
    """Revoke a token. What was written with it stands.

    Example: dragoman account token revoke 1f0c6f21b4aa
    """
    from dragoman.web.settings import Settings
    from dragoman.web.tokens import Tokens

    Tokens(Settings(record_path(record)).accounts_file).revoke(key)
    console.out().print(f"{key} opens nothing any more")


def register(app: typer.Typer) -> None:
    app.command()(serve)
    account.add_typer(token, name="token")
    app.add_typer(account, name="account")
