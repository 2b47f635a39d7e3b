"""Messages by HTTP POST."""

from __future__ import annotations

import httpx

from egiz.city.outbox.gate import Gate, Target
from egiz.city.outbox.parcel import Parcel
from egiz.city.outbox.sender import Failed, Hopeless

AGENT = "Egiz"
"""How the hub calls itself."""

HOPELESS = {400, 405, 410, 411, 413, 414, 415, 422, 431}
"""Answers that say that this very message will never be taken."""

SUCCESS = range(200, 300)
"""Answers that say that the message was taken."""

MOST_READ = 65_536
"""Bytes of an answer that are read before the connection is given up."""


class HttpSender:
    """Posts messages; follows no redirect and no proxy of the environment.

    Parameters
    ----------
    gate
        Where messages may go.
    connections
        Most connections at once.
    """

    def __init__(self, gate: Gate, connections: int = 256) -> None:
        self._gate = gate
        limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
        self._client = httpx.AsyncClient(trust_env=False, follow_redirects=False, limits=limits)

    async def send(self, parcel: Parcel) -> None:
        """Post one message; an answer of 200 to 299 says that the receiver has it.

        Raises
        ------
        Failed
            It may be tried again.
        Hopeless
            It makes no sense to try again.
        Refused
            It may not go there.
        """
        try:
            target = await self._gate.target(parcel.uri)
            status = await self._post(parcel, target)
        except (httpx.InvalidURL, ValueError) as error:
            raise Hopeless(str(error)) from None
        except (httpx.HTTPError, OSError) as error:
            raise Failed(f"{type(error).__name__}: {error}".rstrip(": ")) from None
        if status in HOPELESS:
            raise Hopeless(f"the receiver answered {status}")
        if status not in SUCCESS:
            raise Failed(f"the receiver answered {status}")

    async def _post(self, parcel: Parcel, target: Target) -> int:
        """Post to the address that was checked, under the name that was given."""
        url = httpx.URL(parcel.uri)
        host = url.netloc.decode().rpartition("@")[2]
        own = {"Host": host, "Content-Type": parcel.media}
        given = {name: value for name, value in parcel.headers.items() if name.title() not in own}
        agent = {} if any(name.lower() == "user-agent" for name in given) else {"User-Agent": AGENT}
        headers = {**agent, **given, **own}
        request = self._client.build_request(
            "POST", url.copy_with(host=target.address), content=parcel.body, headers=headers,
            timeout=parcel.timeout, extensions={"sni_hostname": target.host},
        )  # fmt: skip
        response = await self._client.send(request, stream=True)
        try:
            read = 0
            async for part in response.aiter_raw():
                read += len(part)
                if read > MOST_READ:
                    break
        finally:
            await response.aclose()
        return response.status_code

    async def close(self) -> None:
        """Close every connection."""
        await self._client.aclose()
