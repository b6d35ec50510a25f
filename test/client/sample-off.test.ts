import { expect, test } from 'vitest';
import { useApi } from './support.ts';

const house = useApi({ sampleAllowed: false });

test('in production the sample is neither installed nor its accounts shown', async () => {
  const response = await house.as(null, { method: 'POST', url: '/api/sample', payload: {} });
  expect(response.statusCode).toBe(403);
  expect(response.json()).toMatchObject({ code: 'sampleOff' });
  const installation = await house.as(null, { method: 'GET', url: '/api/installation' });
  expect(installation.json()).toMatchObject({ sampleAllowed: false, sampleAccounts: [] });
});
